import type { RequestPreview } from '../domain/engine.ts';
import { requestBody } from './requestBody.ts';
import type { HttpRequest } from './httpRequest.ts';
import { urlOf } from './urlOf.ts';

/**
 * A request for people to read, equal to what `createSend` sends. `signIn` holds names of environment
 * variables in place of secrets. Headers that every client adds (host, length, user agent) are absent.
 */
export function requestPreview(
  baseUrl: string,
  request: HttpRequest<unknown>,
  signIn: Readonly<Record<string, string>>,
): RequestPreview {
  const { text, headers } = requestBody(request.body);
  return {
    method: request.method,
    url: urlOf(baseUrl, request),
    headers: { ...headers, ...request.headers, ...signIn },
    ...(text === undefined ? {} : { body: text }),
  };
}
