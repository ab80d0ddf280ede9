import { isJsonObject, type Json } from '../../../domain/json.ts';
import type { Explanation } from '../../../http/answerError.ts';

/**
 * Reads Conductor's ErrorResponse (status, message, validationErrors), and the error body of its
 * web framework, which older servers send for unknown routes.
 */
export function explainConductor(body: Json, status: number): Explanation {
  if (!isJsonObject(body)) return {};
  const message = typeof body['message'] === 'string' ? body['message'] : '';
  const reason = [message, ...validationErrors(body['validationErrors'])]
    .filter((part) => part !== '')
    .join(' ');
  const explanation = reason === '' ? {} : { reason };
  if (isMissingRoute(body, message, status)) return { ...explanation, kind: 'unsupported' };
  return isTokenRejected(body, status) ? { ...explanation, kind: 'auth' } : explanation;
}

/** Tells a missing route from a missing resource: both are 404. */
function isMissingRoute(
  body: { readonly [key: string]: Json },
  message: string,
  status: number,
): boolean {
  if (status !== 404) return false;
  if (/^No (static resource|handler found|endpoint)/i.test(message)) return true;
  return body['error'] === 'Not Found' && 'timestamp' in body;
}

/**
 * Orkes rejects a token with 401 or 403. Any other 403 is about permissions, which a new token does
 * not change.
 */
function isTokenRejected(body: { readonly [key: string]: Json }, status: number): boolean {
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
