import { EngineError } from '../../../domain/engineError.ts';

/**
 * The base URL of the API: no trailing slash, and it ends in /api. Accepts the URL with or without
 * /api, a path prefix or a trailing slash. Drops query and fragment, which come along when a web
 * page's address is pasted.
 */
export function conductorBaseUrl(url: string): string {
  const parsed = parse(url.trim());
  if (parsed === undefined || !/^https?:$/.test(parsed.protocol)) {
    throw invalid(`"${url}" is not an http or https URL.`);
  }
  if (parsed.username !== '' || parsed.password !== '') {
    throw invalid('The URL must not hold a user name or a password.');
  }
  const path = parsed.pathname.replace(/(?<!\/)\/+$/, '');
  return parsed.origin + (path.endsWith('/api') ? path : `${path}/api`);
}

function parse(url: string): URL | undefined {
  try {
    return new URL(url);
  } catch {
    // The caller reports that this is no URL.
    return undefined;
  }
}

function invalid(message: string): EngineError {
  return new EngineError('invalid', message, { nothingApplied: true });
}
