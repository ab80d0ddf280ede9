import { isJsonObject, type Json } from '../../../domain/json.ts';
import type { Explanation } from '../../../http/answerError.ts';

/**
 * Reads the error envelope {error: {code, message, missing?, duplicated?}}, or an `error` that is
 * plain text. A 403 does not name the missing capability, so the message adds the capabilities that
 * this API needs.
 */
export function explainCognite(body: Json, status: number): Explanation {
  const reason = reasonIn(body);
  if (status !== 403) return reason === '' ? {} : { reason };
  const needs =
    'Reading takes the capability workflowOrchestrationAcl:READ, updating workflowOrchestrationAcl:WRITE.';
  return { reason: reason === '' ? needs : `${endSentence(reason)} ${needs}` };
}

function reasonIn(body: Json): string {
  if (!isJsonObject(body)) return '';
  const error = body['error'];
  if (typeof error === 'string') return error;
  if (!isJsonObject(error)) return '';
  const message = typeof error['message'] === 'string' ? error['message'] : '';
  return [message, idsIn('Missing', error['missing']), idsIn('Duplicated', error['duplicated'])]
    .filter((part) => part !== '')
    .join(' ');
}

function idsIn(word: string, list: Json | undefined): string {
  if (!Array.isArray(list)) return '';
  const ids = list.flatMap((item: Json) =>
    isJsonObject(item) ? Object.values(item).map(String).join(' ') : [],
  );
  return ids.length === 0 ? '' : `${word}: ${ids.join(', ')}.`;
}

function endSentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
