import { parse as parseJson } from 'lossless-json';
import type { Row } from './row.ts';

/** One of the two servers, with the saved values of its answers. */
export interface Side {
  readonly baseUrl: string;
  readonly kept: Map<string, string>;
}

/** A server's answer. */
export interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
}

/** Sends a row to a server and saves the values that the row names. */
export async function send(side: Side, row: Row): Promise<Answer> {
  const [method = 'GET', path = ''] = fill(row.send, side.kept).split(/ (.*)/);
  const url = path.startsWith('//')
    ? new URL(side.baseUrl).origin + path.slice(1)
    : side.baseUrl + path;
  const body = bodyOf(row, side.kept);
  const type = row.contentType ?? (row.body === undefined ? '' : 'application/json');
  const request = {
    method,
    ...(type === '' ? {} : { headers: { 'content-type': type } }),
    ...(body === undefined ? {} : { body: new TextEncoder().encode(body) }),
  };
  const answer = await sendOnce(url, request);
  for (const [name, at] of Object.entries(row.keep ?? {})) {
    side.kept.set(name, at === 'text' ? answer.text : valueAt(parse(answer.text), at));
  }
  return answer;
}

/** How long an answer may take. */
const mostMs = 40_000;

/** A request that failed on a locked database changed nothing, so it is sent again a few times. */
async function sendOnce(url: string, request: RequestInit, triesLeft = 5): Promise<Answer> {
  const response = await fetch(url, {
    ...request,
    signal: AbortSignal.timeout(mostMs),
  }).catch((error: unknown) => {
    if (error instanceof Error && error.name === 'TimeoutError') return undefined;
    throw error;
  });
  if (response === undefined) return { status: 0, contentType: '', text: 'No answer in time.' };
  const text = await response.text();
  if (triesLeft > 0 && response.status === 500 && text.includes('SQLITE_BUSY')) {
    return await sendOnce(url, request, triesLeft - 1);
  }
  const contentType = (response.headers.get('content-type') ?? '').toLowerCase();
  return { status: response.status, contentType, text };
}

/** The body as JSON, else as text. Keeps all digits of numbers. */
export function parse(text: string): unknown {
  try {
    return parseJson(text, undefined, (digits) => {
      const number = Number(digits);
      return Number.isSafeInteger(number) && /^-?\d+$/.test(digits) ? number : `number ${digits}`;
    });
  } catch {
    // Ids and HTML pages are not JSON.
    return text;
  }
}

export function fill(text: string, kept: ReadonlyMap<string, string>): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => kept.get(name) ?? whole);
}

function bodyOf(row: Row, kept: ReadonlyMap<string, string>): string | undefined {
  if (row.body === undefined) return undefined;
  return fill(typeof row.body === 'string' ? row.body : JSON.stringify(row.body), kept);
}

function valueAt(value: unknown, path: string): string {
  let found = value;
  for (const part of path.split('.')) {
    // `%2E` is a point that belongs to a name.
    const step = decodeURIComponent(part);
    found =
      typeof found === 'object' && found !== null
        ? (found as Record<string, unknown>)[step === 'last' ? lastKey(found) : step]
        : undefined;
  }
  return String(found);
}

function lastKey(value: object): string {
  return Object.keys(value).at(-1) ?? '';
}
