import { stringifyJson } from '../domain/json.ts';
import type { RequestBody } from './httpRequest.ts';

/** A body as it goes over the wire: its text, none where there is no body, and what it is. */
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
