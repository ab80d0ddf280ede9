import type { RequestPreview } from '../domain/engine.ts';
import { requestBody } from './requestBody.ts';
import type { HttpRequest } from './httpRequest.ts';
import { urlOf } from './urlOf.ts';

/**
 * A request as people read it: what `createSend` makes of the same value, but for the sign-in, for
 * which names of environment variables are handed in. What every client adds by itself (host,
 * length, user agent) is left out.
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
