import { EngineError } from '../../domain/engineError.ts';

/**
 * Where the API lives: the URL as a person gives it, with or without /api, a path prefix or a
 * trailing slash, as one without a trailing slash that ends in /api. Query and fragment are
 * dropped: they come along when the address of a web page is pasted.
 */
export function conductorBaseUrl(url: string): string {
  const parsed = parse(url.trim());
  if (parsed === undefined || !/^https?:$/.test(parsed.protocol)) {
    throw refused(`"${url}" is not an http or https URL.`);
  }
  if (parsed.username !== '' || parsed.password !== '') {
    throw refused('The URL must not hold a user name or a password.');
  }
  const path = parsed.pathname.replace(/\/+$/, '');
  return parsed.origin + (path.endsWith('/api') ? path : `${path}/api`);
}

function parse(url: string): URL | undefined {
  try {
    return new URL(url);
  } catch {
    // Not a URL: the caller says so.
    return undefined;
  }
}

function refused(message: string): EngineError {
  return new EngineError('invalid', message, { nothingApplied: true });
}
