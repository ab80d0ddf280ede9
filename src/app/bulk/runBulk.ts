import pLimit from 'p-limit';
import { isAbort, isEngineError } from '../../domain/engineError.ts';
import type { Clock } from '../ports.ts';
import { callListener } from '../changeEvent.ts';
import { sentence } from '../sentence.ts';
import type { Question } from '../updates/question.ts';
import type { Submitted } from '../updates/submitRequest.ts';
import type { Updates } from '../updates/updates.ts';
import type { BulkItem, BulkResult } from './bulkItem.ts';
import { createPace } from './pace.ts';
import type { Pace } from './pace.ts';
import { withOvertaken } from './withOvertaken.ts';

export interface BulkDeps {
  readonly updates: Pick<Updates, 'submit' | 'onDidSettle' | 'lookedAgain'>;
  readonly clock: Clock;
}

export interface BulkRun {
  /** An abort stops the unsent updates. Sent ones are verified to the end. */
  readonly signal: AbortSignal;
  readonly onProgress: (progress: BulkProgress) => void;
}

export interface BulkProgress {
  readonly done: number;
  readonly total: number;
  /** How many of the finished updates are confirmed. */
  readonly confirmed: number;
  /**
   * The end of the pause that a server asked for, in epoch milliseconds; in the past without one.
   */
  readonly pausedUntil: number;
}

// How often an update is started again after a 429 to the read of its task.
const mostBegins = 4;
// Stop early if the server is down or the sign-in has expired.
const mostFailuresInRow = 8;

/**
 * Sends and verifies the reviewed updates, each connection at its own pace. Each is submitted like
 * any other, but the one review has answered every question except "the task has changed". The
 * results keep the order of the items. Throws nothing.
 */
export async function runBulk(
  deps: BulkDeps,
  eligible: readonly BulkItem[],
  run: BulkRun,
): Promise<readonly BulkResult[]> {
  const lanes = new Map<string, Lane>();
  let done = 0;
  let confirmed = 0;
  const tell = () => {
    const pausedUntil = Math.max(0, ...[...lanes.values()].map(({ pace }) => pace.pausedUntil()));
    callListener(() => run.onProgress({ done, total: eligible.length, confirmed, pausedUntil }));
  };
  const laneOf = (connection: string) => {
    const lane = lanes.get(connection) ?? createLane(deps, tell);
    lanes.set(connection, lane);
    return lane;
  };
  return withOvertaken(deps.updates, run.signal, () =>
    Promise.all(
      eligible.map(async (item) => {
        const result = await laneOf(item.base.ref.connection).send(item, run.signal);
        done += 1;
        if (result.kind === 'settled' && result.entry.outcome.kind === 'confirmed') confirmed += 1;
        tell();
        return result;
      }),
    ),
  );
}

interface Lane {
  readonly pace: Pace;
  send(item: BulkItem, signal: AbortSignal): Promise<BulkResult>;
}

/** The queue of one connection. */
function createLane(deps: BulkDeps, onChange: () => void): Lane {
  let failuresInRow = 0;
  const limit = pLimit(1);
  const pace = createPace(deps.clock, () => {
    limit.concurrency = pace.width();
    onChange();
  });
  limit.concurrency = pace.width();

  async function turn(item: BulkItem, signal: AbortSignal, last: { error?: unknown }) {
    if (failuresInRow >= mostFailuresInRow) return stopped(item, last.error);
    const result = await sendOne(deps, pace, item, signal);
    failuresInRow = result.kind === 'failed' ? failuresInRow + 1 : 0;
    if (result.kind === 'failed') last.error = result.error;
    return result;
  }

  const last: { error?: unknown } = {};
  return { pace, send: (item, signal) => limit(() => turn(item, signal, last)) };
}

async function sendOne(
  deps: BulkDeps,
  pace: Pace,
  item: BulkItem,
  signal: AbortSignal,
): Promise<BulkResult> {
  for (let begins = 1; ; begins++) {
    try {
      await pace.ready(signal);
      if (signal.aborted) return cancelled(item);
      return await submitOne(deps, pace, item, signal);
    } catch (error) {
      if (isAbort(error) && signal.aborted) return cancelled(item);
      // An error is thrown only before anything was sent, so starting again is safe.
      if (!isEngineError(error, 'rateLimited')) return { item, kind: 'failed', error };
      pace.throttled(error.retryAfterMs);
      if (begins >= mostBegins) return { item, kind: 'failed', error };
    }
  }
}

async function submitOne(
  { updates }: BulkDeps,
  pace: Pace,
  item: BulkItem,
  signal: AbortSignal,
): Promise<BulkResult> {
  let changed: Question | undefined;
  let wasThrottled = false;
  const submitted = await updates.submit({
    base: item.base,
    update: item.update,
    skipDraft: true,
    signal,
    // The review answered all other questions.
    ask: async (question) => {
      if (!question.reasons.includes('changed')) return 'send';
      changed = question;
      return 'cancel';
    },
    onThrottled: (retryAfterMs) => {
      wasThrottled = true;
      pace.throttled(retryAfterMs);
    },
  });
  if (!wasThrottled) pace.succeeded();
  return resultOf(item, submitted, changed);
}

function resultOf(item: BulkItem, submitted: Submitted, changed: Question | undefined): BulkResult {
  switch (submitted.kind) {
    case 'settled':
      return { item, kind: 'settled', entry: submitted.entry };
    case 'invalid':
      return { item, kind: 'invalid', problems: submitted.problems };
    case 'cancelled':
      return changed === undefined
        ? cancelled(item)
        : { item, kind: 'changed', changes: changed.changes, now: changed.task };
  }
}

function cancelled(item: BulkItem): BulkResult {
  return { item, kind: 'notSent', reason: 'Cancelled before it was sent.' };
}

function stopped(item: BulkItem, error: unknown): BulkResult {
  const reason = `Not begun: ${mostFailuresInRow} tasks in a row could not be read. ${sentence(error)}`;
  return { item, kind: 'notSent', reason };
}
