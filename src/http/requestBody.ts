import { stringifyJson } from '../domain/json.ts';
import type { RequestBody } from './httpRequest.ts';

/** The text of a body and its content type. Both are absent without a body. */
export function requestBody(body: RequestBody | undefined): {
  readonly text?: string;
  readonly headers: Readonly<Record<string, string>>;
} {
  if (body === undefined) return { headers: {} };
  if (body.kind === 'text') return { text: body.text, headers: { 'content-type': 'text/plain' } };
  return {
    text: stringifyJson(body.value),
    headers: { 'content-type': 'application/json' },
  };
}
