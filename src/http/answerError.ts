import { EngineError, type EngineErrorKind } from '../domain/engineError.ts';
import type { Json } from '../domain/json.ts';
import { parseJson } from '../domain/json.ts';
import type { HttpAnswer } from './httpRequest.ts';
import { retryAfterMs } from './retryAfterMs.ts';
import { isWebPage, pageTitle } from './isWebPage.ts';

/** How an engine reads an error body of its server. */
export interface Explanation {
  /** The server's own reason, for people. */
  readonly reason?: string;
  /** Set if the body says more than the status. */
  readonly kind?: EngineErrorKind;
}
export type Explain = (body: Json, status: number) => Explanation;

const kinds: Readonly<Record<number, EngineErrorKind>> = {
  400: 'invalid',
  401: 'auth',
  403: 'forbidden',
  404: 'notFound',
  405: 'unsupported',
  408: 'timeout',
  409: 'conflict',
  410: 'notFound',
  413: 'tooLarge',
  429: 'rateLimited',
  501: 'unsupported',
};
const refusals = new Set([400, 401, 403, 404, 405, 409, 413, 422, 429]);
const longestReason = 600;

/** The error of an answer that is not 2xx. */
export function answerError(answer: HttpAnswer, explain: Explain, now: number): EngineError {
  const { status } = answer;
  const nothingApplied = refusals.has(status);
  const details = { status, nothingApplied, ...retryDetails(answer, now) };
  if (status >= 300 && status < 400) {
    return new EngineError('badResponse', redirectText(answer), details);
  }
  if (isWebPage(answer)) {
    const kind = status === 404 || status < 500 ? pageKind(status) : kindOf(status);
    return new EngineError(kind, webPageText(answer), details);
  }
  const { reason, kind } = explainBody(answer, explain);
  const said = reason === undefined ? '' : `: ${shorten(reason)}`;
  return new EngineError(kind ?? kindOf(status), `The server answered ${status}${said}`, details);
}

/** One sentence on a web page that came instead of data. */
export function webPageText(answer: HttpAnswer): string {
  const title = pageTitle(answer.text);
  const named = title === undefined ? '' : ` ("${shorten(title, 80)}")`;
  // A 400 or a 5xx is a proxy's error page; other statuses may be a login page.
  const isPlain = answer.status === 400 || answer.status >= 500;
  const hint = isPlain ? '.' : ': is the URL right, and are you signed in?';
  return `The server answered ${answer.status} with a web page${named}, not with data${hint}`;
}

function pageKind(status: number): EngineErrorKind {
  return status === 401 || status === 403 || status === 429 ? kindOf(status) : 'badResponse';
}

function kindOf(status: number): EngineErrorKind {
  return kinds[status] ?? (status >= 500 ? 'unavailable' : 'invalid');
}

function explainBody(answer: HttpAnswer, explain: Explain): Explanation {
  if (answer.text.trim() === '') return {};
  try {
    return explain(parseJson(answer.text), answer.status);
  } catch {
    // Plain text is itself the reason.
    return { reason: answer.text };
  }
}

function redirectText(answer: HttpAnswer): string {
  const target = answer.headers['location'];
  const where = target === undefined ? '' : ` to ${target.replace(/[?#].*$/s, '')}`;
  return `The server answered ${answer.status}, a redirect${where}, which is not followed: is the URL right, and are you signed in?`;
}

function retryDetails(answer: HttpAnswer, now: number): { retryAfterMs?: number } {
  // Use the server's clock if it sends one: ours may be off by hours.
  const date = Date.parse(answer.headers['date'] ?? '');
  const wait = retryAfterMs(answer.headers['retry-after'], Number.isNaN(date) ? now : date);
  return wait === undefined ? {} : { retryAfterMs: wait };
}

function shorten(text: string, limit = longestReason): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= limit ? line : `${line.slice(0, limit - 1)}…`;
}
