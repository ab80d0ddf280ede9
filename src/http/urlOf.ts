import type { HttpRequest } from './httpRequest.ts';
import { encodeText } from './path.ts';

/** The full URL of a request below a base URL that has no trailing slash. */
export function urlOf(baseUrl: string, request: HttpRequest<unknown>): string {
  const query = Object.entries(request.query ?? {})
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${encodeText(key)}=${encodeText(String(value))}`)
    .join('&');
  return `${baseUrl}/${request.path}${query === '' ? '' : `?${query}`}`;
}
