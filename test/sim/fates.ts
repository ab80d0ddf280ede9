import type { FaultKind } from './profiles.ts';
import type { Stream } from './streams.ts';

/** What becomes of a request. Times are milliseconds from its start. */
export interface Fate {
  /** When it reaches the server; empty where it never does. */
  readonly arrivals: readonly number[];
  /** From the last arrival, or from the start, until the window hears of it. */
  readonly afterMs: number;
  readonly hears: Heard;
}

export type Heard =
  /** The server's own answer to the first or the last arrival. */
  | { readonly kind: 'answer'; readonly of: 'first' | 'last' }
  | { readonly kind: 'half' }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'broken'; readonly code: string; readonly neverLeft: boolean }
  | {
      readonly kind: 'made';
      readonly status: number;
      readonly text: string;
      readonly retryAfter?: number;
    }
  /** The answer that an earlier read got, or another read. */
  | { readonly kind: 'earlier' | 'another' | 'lie' };

const reset: Heard = { kind: 'broken', code: 'ECONNRESET', neverLeft: false };
const own: Heard = { kind: 'answer', of: 'last' };
const nothing: Heard = { kind: 'nothing' };

type Draw = (stream: Stream, there: number) => Pick<Fate, 'arrivals' | 'hears'> & Partial<Fate>;

const fates: Readonly<Partial<Record<FaultKind, Draw>>> = {
  slow: (stream) => ({
    arrivals: [stream.between(200, 9_000)],
    hears: own,
    afterMs: stream.between(200, 5_000),
  }),
  refused: () => ({
    arrivals: [],
    hears: { kind: 'broken', code: 'ECONNREFUSED', neverLeft: true },
  }),
  lostRequest: () => ({ arrivals: [], hears: reset }),
  lostAnswer: (_, there) => ({ arrivals: [there], hears: reset }),
  silentLost: () => ({ arrivals: [], hears: nothing }),
  silentApplied: (_, there) => ({ arrivals: [there], hears: nothing }),
  late: (stream) => ({ arrivals: [stream.between(14_000, 50_000)], hears: nothing }),
  rateLimited: (stream) => ({
    arrivals: [],
    hears: made(429, stream.pick([undefined, 0, 1, 3, 9, 60])),
  }),
  serverError: (stream) => ({ arrivals: [], hears: made(stream.pick([500, 502, 503, 504])) }),
  errorAfter: (stream, there) => ({
    arrivals: [there],
    hears: made(stream.pick([500, 502, 504])),
  }),
  signInRefused: () => ({ arrivals: [], hears: made(401) }),
  cutAnswer: (_, there) => ({ arrivals: [there], hears: { kind: 'half' } }),
  duplicate: (stream, there) => ({
    arrivals: [there, there + stream.between(1, 900)],
    hears: { kind: 'answer', of: stream.pick(['first', 'last']) ?? 'last' },
  }),
  refusedAfter: (stream, there) => ({
    arrivals: [there],
    hears: made(stream.pick([400, 403, 404, 409, 422])),
  }),
  stale: (_, there) => ({ arrivals: [there], hears: { kind: 'earlier' } }),
  noEffect: () => ({ arrivals: [], hears: { kind: 'lie' } }),
  lyingRead: (_, there) => ({ arrivals: [there], hears: { kind: 'lie' } }),
  foreignBody: (_, there) => ({ arrivals: [there], hears: { kind: 'another' } }),
  garbage: (stream, there) => ({
    arrivals: stream.chance(0.5) ? [there] : [],
    hears: { kind: 'made', status: 200, text: stream.pick(garbage) ?? '' },
  }),
};

/** The fate that a fault brings; `undefined` is no fault. */
export function fateOf(fault: FaultKind | undefined, stream: Stream): Fate {
  const [there, afterMs] = [stream.between(1, 60), stream.between(1, 60)];
  const draw = fault === undefined ? undefined : fates[fault];
  return { afterMs, ...(draw?.(stream, there) ?? { arrivals: [there], hears: own }) };
}

function made(status = 500, retryAfter?: number): Heard {
  const text = errorBody(status);
  return { kind: 'made', status, text, ...(retryAfter === undefined ? {} : { retryAfter }) };
}

/** Faults that only an update or only a read can have. */
export const updateFaults: ReadonlySet<FaultKind> = new Set([
  'duplicate',
  'refusedAfter',
  'noEffect',
]);
export const readFaults: ReadonlySet<FaultKind> = new Set(['stale', 'lyingRead', 'foreignBody']);

const garbage = ['', 'null', '[]', '{}', '"ok"', '<html><title>Sign in</title></html>', '{"id":'];

function errorBody(status: number): string {
  if (status === 502) return '<html><head><title>Bad Gateway</title></head></html>';
  const message = `refused with ${status}`;
  return JSON.stringify({ status, message, error: { code: status, message }, detail: message });
}
