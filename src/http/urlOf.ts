import { encodeText } from './path.ts';
import type { HttpRequest } from './httpRequest.ts';

/** The full URL of a request below a base URL that has no trailing slash. */
export function urlOf(baseUrl: string, request: HttpRequest<unknown>): string {
  const query = Object.entries(request.query ?? {})
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${encodeURIComponent(key)}=${encodeText(String(value))}`)
    .join('&');
  return `${baseUrl}/${request.path}${query === '' ? '' : `?${query}`}`;
}
