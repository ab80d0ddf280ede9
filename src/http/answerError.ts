import { EngineError, type EngineErrorKind } from '../domain/engineError.ts';
import type { Json } from '../domain/json.ts';
import { parseJson } from '../domain/json.ts';
import type { HttpAnswer } from './httpRequest.ts';
import { rejections } from './rejections.ts';
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

const otherKinds: Readonly<Record<number, EngineErrorKind>> = {
  408: 'timeout',
  410: 'notFound',
  501: 'unsupported',
};
const longestReason = 600;

/** The error of an answer that is not 2xx. */
export function answerError(answer: HttpAnswer, explain: Explain, now: number): EngineError {
  const { status } = answer;
  const nothingApplied = status in rejections;
  const details = { status, nothingApplied, ...retryDetails(answer, now) };
  if (status >= 300 && status < 400) {
    return new EngineError('badResponse', redirectText(answer), details);
  }
  if (isWebPage(answer)) {
    const kind = isAboutRequest(status) ? kindOf(status) : 'badResponse';
    return new EngineError(kind, webPageText(answer), details);
  }
  const { reason, kind } = explainBody(answer, explain);
  const said = reason === undefined ? '' : `: ${shorten(reason)}`;
  const text = `The server answered ${statusText(status)}${said}`;
  return new EngineError(kind ?? kindOf(status), text, details);
}

/** One sentence on a web page that came instead of data. */
export function webPageText(answer: HttpAnswer): string {
  const title = pageTitle(answer.text);
  const named = title === undefined ? '' : ` ("${shorten(title, 80)}")`;
  const { status } = answer;
  // A proxy's error page. Other statuses may be a login page.
  const isPlain = status === 400 || status >= 500 || meaningOf(status) !== undefined;
  const hint = isPlain ? '.' : ': is the URL right, and are you signed in?';
  return `The server answered ${statusText(status)} with a web page${named}, not with data${hint}`;
}

/** False for the statuses that a wrong URL or a login page brings. */
function isAboutRequest(status: number): boolean {
  const isKnown = meaningOf(status) !== undefined || status >= 500;
  return isKnown || status === 401 || status === 403 || status === 429;
}

function kindOf(status: number): EngineErrorKind {
  const kind = rejections[status]?.[0] ?? otherKinds[status];
  return kind ?? (status >= 500 ? 'unavailable' : 'invalid');
}

function meaningOf(status: number): string | undefined {
  return rejections[status]?.[1];
}

function statusText(status: number): string {
  const meaning = meaningOf(status);
  return meaning === undefined ? String(status) : `${status} (${meaning})`;
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
  const place = redirectPlace(answer.headers['location']);
  const where = place === undefined ? '' : ` to ${place}`;
  return `The server answered ${answer.status}, a redirect${where}, which is not followed: is the URL right, and are you signed in?`;
}

/** The place without its query, fragment and credentials, which may be secret. */
function redirectPlace(location: string | undefined): string | undefined {
  const here = 'http://here.invalid';
  if (location === undefined || !URL.canParse(location, here)) return undefined;
  const { protocol, origin, host, pathname } = new URL(location, here);
  if (!/^https?:$/.test(protocol)) return undefined;
  if (origin === here) return shorten(pathname, 200);
  const server = /^\s*http/i.test(location) ? origin : `//${host}`;
  return shorten(`${server}${pathname}`, 200);
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
