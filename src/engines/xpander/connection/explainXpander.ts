import { isJsonObject, type Json } from '../../../domain/json.ts';
import type { Explanation } from '../../../http/answerError.ts';

/**
 * Reads the reason from an error body: `detail` is a sentence, or for 422 a list of problems
 * (FastAPI's two shapes); the vendor's command line reads `message`.
 */
export function explainXpander(body: Json): Explanation {
  if (typeof body === 'string') return reasonOf(body);
  if (!isJsonObject(body)) return {};
  const { detail } = body;
  if (Array.isArray(detail)) return reasonOf(detail.map(problemText).filter(Boolean).join('; '));
  for (const text of [detail, body['message'], body['error']]) {
    if (typeof text === 'string') return reasonOf(text);
  }
  return {};
}

function reasonOf(text: string): Explanation {
  return text.trim() === '' ? {} : { reason: text };
}

function problemText(problem: Json): string {
  if (!isJsonObject(problem) || typeof problem['msg'] !== 'string') return '';
  const { loc } = problem;
  const where = Array.isArray(loc) ? loc.filter((part) => part !== 'body').join('.') : '';
  return where === '' ? problem['msg'] : `${where}: ${problem['msg']}`;
}
