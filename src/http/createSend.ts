import { Axios } from 'axios';

import { EngineError, isEngineError } from '../domain/engineError.ts';
import type { Explain } from './answerError.ts';
import { readAnswer } from './readAnswer.ts';
import { redact } from './redact.ts';
import type { HttpAnswer, HttpRequest, Send } from './httpRequest.ts';
import { requestBody } from './requestBody.ts';
import { politeRetries, retryReads, type RetryPolicy } from './retryReads.ts';
import { isTransportError, type Transport, TransportError } from './transport.ts';
import { transportFailure } from './transportFailure.ts';
import { urlOf } from './urlOf.ts';

export interface SendClock {
  /** Epoch milliseconds. */
  now(): number;
  wait(ms: number, signal: AbortSignal): Promise<void>;
}

export interface SendLog {
  debug(message: string): void;
  /** False while the log drops debug lines: then we build none. Default: true. */
  readonly isDebugging?: () => boolean;
}

export interface SendOptions {
  /** Absolute, without a trailing slash, query, fragment or credentials. */
  readonly baseUrl: string;
  readonly transport: Transport;
  readonly clock: SendClock;
  readonly log: SendLog;
  /** Sign-in headers, read before each request. Logs and errors never show their values. */
  readonly headers?: () => Promise<Readonly<Record<string, string>>>;
  /** More texts to hide, such as a secret sent in a body. The set may grow at any time. */
  readonly secrets?: ReadonlySet<string>;
  /** Finds the reason in an error body of the server. */
  readonly explain?: Explain;
  /** The deadline of one try. */
  readonly timeoutMs?: number;
  /** We stop reading an answer that is larger. */
  readonly largestAnswerBytes?: number;
  readonly retry?: RetryPolicy;
}

const defaultTimeoutMs = 15_000;
const defaultAnswerBytes = 64 * 1024 * 1024;

/**
 * Sends every request of a connection, with deadline, abort, retries of reads and redaction. A
 * failure is an EngineError with a message of one sentence. Sends to `baseUrl` only and follows no
 * redirect.
 */
export function createSend(options: SendOptions): Send {
  const timeoutMs = options.timeoutMs ?? defaultTimeoutMs;
  // Not axios.create: its defaults parse bodies, which rounds long numbers, and add headers.
  // Merging them into each request costs time as well. No proxy option: VS Code patches the modules
  // that the transport uses.
  const http = new Axios({
    adapter: options.transport,
    timeout: timeoutMs,
    maxContentLength: options.largestAnswerBytes ?? defaultAnswerBytes,
  });

  const ask = async <T>(request: HttpRequest<T>, signal: AbortSignal): Promise<T> => {
    if (signal.aborted) throw aborted(signal);
    const signIn = (await options.headers?.()) ?? {};
    const hide = (text: string) => {
      // A server may quote a token without the scheme before it.
      const tokens = Object.values(signIn).flatMap((value) => [value, ...value.split(' ')]);
      return redact(text, [...tokens, ...(options.secrets ?? [])]);
    };
    const url = urlOf(options.baseUrl, request);
    const body = requestBody(request.body);
    // Not earlier: signing in may take long, and the person may cancel meanwhile.
    request.onLeave?.();
    const started = options.clock.now();
    const note = (result: string) => {
      if (options.log.isDebugging?.() === false) return;
      const took = options.clock.now() - started;
      options.log.debug(hide(`${request.method} ${url} → ${result} in ${took} ms`));
    };
    try {
      const response = await http.request<string>({
        method: request.method,
        url,
        // Without false, axios declares an empty POST as a form.
        headers: { 'content-type': false, ...body.headers, ...request.headers, ...signIn },
        data: body.text,
        signal,
      });
      const answer = toAnswer(response);
      note(String(answer.status));
      return readAnswer(request, answer, options);
    } catch (error) {
      if (signal.aborted) throw aborted(signal);
      const failure = toEngineError(error, new URL(url).origin, timeoutMs);
      if (failure.status === undefined) note(failure.message);
      throw withMessage(failure, hide(failure.message));
    }
  };

  return async (request, signal) => {
    if (!request.idempotent) return await ask(request, signal);
    const { clock, retry = politeRetries } = options;
    const wait = (ms: number, stop: AbortSignal) => clock.wait(ms, stop);
    try {
      return await retryReads(() => ask(request, signal), retry, wait, signal);
    } catch (error) {
      // Between two tries, an abort throws the caller's own reason.
      throw signal.aborted ? aborted(signal) : error;
    }
  };
}

function toEngineError(error: unknown, origin: string, timeoutMs: number): EngineError {
  if (isEngineError(error)) return error;
  if (isTransportError(error)) return transportFailure(error, origin, timeoutMs);
  return transportFailure(new TransportError('UNKNOWN', false, error), origin, timeoutMs);
}

function withMessage(error: EngineError, message: string): EngineError {
  if (message === error.message) return error;
  return new EngineError(error.kind, message, {
    nothingApplied: error.nothingApplied,
    ...(error.status === undefined ? {} : { status: error.status }),
    ...(error.retryAfterMs === undefined ? {} : { retryAfterMs: error.retryAfterMs }),
  });
}

function aborted(signal: AbortSignal): Error {
  const reason: unknown = signal.reason;
  if (reason instanceof Error && reason.name === 'AbortError') return reason;
  return new DOMException('The request was cancelled.', 'AbortError');
}

function toAnswer(response: { status: number; headers: object; data: string }): HttpAnswer {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(response.headers)) {
    headers[name.toLowerCase()] = String(value);
  }
  return { status: response.status, headers, text: response.data };
}
