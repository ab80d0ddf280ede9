import { printJson } from '../json.ts';

/** The answer of a route. */
export type Reply =
  | { readonly kind: 'json'; readonly status: number; readonly value: unknown }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'empty'; readonly status: number };

/** An answer that waits for a change of an execution, at most until a time of the mock's clock. */
export interface LaterReply {
  readonly kind: 'later';
  readonly until: number;
  isReady(): boolean;
  reply(): Reply;
}

export function json(value: unknown, status = 200): Reply {
  return { kind: 'json', status, value };
}

/** An id, always as text/plain. */
export function text(value: string): Reply {
  return { kind: 'text', text: value };
}

/** 200 without a body: the server's answer for void, and for "nothing was updated". */
export const empty: Reply = { kind: 'empty', status: 200 };

export const noContent: Reply = { kind: 'empty', status: 204 };

export function toResponse(reply: Reply): Response {
  switch (reply.kind) {
    case 'json':
      return new Response(printJson(reply.value), {
        status: reply.status,
        headers: { 'content-type': 'application/json' },
      });
    case 'text':
      return new Response(reply.text, { headers: { 'content-type': 'text/plain;charset=UTF-8' } });
    default:
      return new Response(null, {
        status: reply.status,
        headers: reply.status === 204 ? {} : { 'content-length': '0' },
      });
  }
}
