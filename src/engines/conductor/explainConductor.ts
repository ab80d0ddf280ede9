import { isJsonObject, type Json } from '../../domain/json.ts';
import type { Explanation } from '../../http/answerError.ts';

/**
 * Reads Conductor's ErrorResponse (status, message, validationErrors), and the error body of the
 * framework below it, which older servers send for routes that they do not have.
 */
export function explainConductor(body: Json, status: number): Explanation {
  if (!isJsonObject(body)) return {};
  const message = typeof body['message'] === 'string' ? body['message'] : '';
  const reason = [message, ...validationErrors(body['validationErrors'])]
    .filter((part) => part !== '')
    .join(' ');
  const explanation = reason === '' ? {} : { reason };
  if (isMissingRoute(body, message, status)) return { ...explanation, kind: 'unsupported' };
  return isTokenRefused(body, status) ? { ...explanation, kind: 'auth' } : explanation;
}

/** "No such route" as opposed to "no such thing": both are 404. */
function isMissingRoute(
  body: { readonly [key: string]: Json },
  message: string,
  status: number,
): boolean {
  if (status !== 404) return false;
  if (/^No (static resource|handler found|endpoint)/i.test(message)) return true;
  return body['error'] === 'Not Found' && 'timestamp' in body;
}

/** Orkes says it with 401 or 403; any other 403 is about permissions, which no new token mends. */
function isTokenRefused(body: { readonly [key: string]: Json }, status: number): boolean {
  const error = body['error'];
  return (
    (status === 401 || status === 403) && (error === 'EXPIRED_TOKEN' || error === 'INVALID_TOKEN')
  );
}

function validationErrors(value: Json | undefined): readonly string[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: Json) => {
    if (!isJsonObject(item) || typeof item['message'] !== 'string') return [];
    const path = typeof item['path'] === 'string' ? `${item['path']}: ` : '';
    return [`${path}${item['message']}.`];
  });
}
