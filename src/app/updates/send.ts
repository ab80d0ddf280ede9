import type { Answer, Engine } from '../../domain/engine.ts';
import { EngineError, isAbort, isEngineError } from '../../domain/engineError.ts';
import type { Try } from '../../domain/outcome.ts';
import type { Task } from '../../domain/task.ts';
import type { TaskUpdate } from '../../domain/update.ts';
import type { Clock } from '../ports.ts';
import { changedMeanwhile } from './changesBetween.ts';
import { sentence } from '../sentence.ts';

/** What became of the request; only `lost` leaves open whether the engine applied it. */
export type Sent =
  | { readonly kind: 'accepted' }
  /** The server did nothing, and said so or is proven to; its own sentence. */
  | { readonly kind: 'denied'; readonly reason: string; readonly isConflict: boolean }
  | { readonly kind: 'lost'; readonly cause: string }
  /** The server was never reached, or asked for more patience than there is. */
  | { readonly kind: 'unreached'; readonly reason: string }
  /** The person cancelled before the request had left. */
  | { readonly kind: 'cancelled' };

export interface SendRequest {
  readonly engine: Engine;
  readonly clock: Clock;
  readonly task: Task;
  readonly update: TaskUpdate;
  /** The person's; it counts until the request leaves, and while waiting between tries. */
  readonly signal: AbortSignal;
  /** Called after each try. */
  readonly record: (attempt: Try) => void;
  /** Called when the server answered 429, with the pause that it asked for. */
  readonly onThrottled: (retryAfterMs: number | undefined) => void;
}

const pausesMs = [250, 1_000] as const;
// With the pauses asked for by the server; what is left for the sends themselves is the engine's.
const longestWaitMs = 20_000;

/**
 * Sends until the request may have been applied, and never again after that. Only the proof that
 * nothing was applied, by a refused connection or by 429, allows another try, and only of a task
 * that nobody changed while it was waited for.
 */
export async function send(request: SendRequest): Promise<Sent> {
  const { clock, signal, record } = request;
  const giveUpAt = clock.now() + longestWaitMs;
  let { task } = request;
  for (let tries = 0; ; tries++) {
    if (signal.aborted) return { kind: 'cancelled' };
    let at = clock.now();
    const { sent, said, error } = await sendOnce(request, task, (refusal) => {
      record({ at, result: `${sentence(refusal)} Signed in anew and tried again.` });
      at = clock.now();
    });
    const pauseMs = error === undefined ? undefined : pauseBefore(tries, error);
    if (pauseMs === undefined || clock.now() + pauseMs > giveUpAt) {
      record({ at, result: said });
      return sent;
    }
    record({ at, result: `${said} Trying again in ${pauseMs / 1_000} s.` });
    await waitOrAbort(clock, pauseMs, signal);
    const look = await lookAgain(request);
    if ('sent' in look) return look.sent;
    task = look.task;
  }
}

/** The task before the next try, or why there is none. */
async function lookAgain(
  request: SendRequest,
): Promise<{ readonly task: Task } | { readonly sent: Sent }> {
  const { engine, task, signal } = request;
  try {
    const now = await engine.readTask(task.ref, signal);
    if (now !== undefined && !changedMeanwhile(task, now)) return { task: now };
    const what = now === undefined ? 'There is no such task' : 'Somebody changed the task';
    const reason = `${what} since the server refused the first try: nothing was sent again.`;
    return { sent: { kind: 'denied', reason, isConflict: now !== undefined } };
  } catch (error) {
    if (signal.aborted) return { sent: { kind: 'cancelled' } };
    if (isEngineError(error, 'rateLimited')) request.onThrottled(error.retryAfterMs);
    const why = sentence(error);
    const reason = `Nothing was applied, and the task could not be read before the next try: ${why}`;
    return { sent: { kind: 'unreached', reason } };
  }
}

interface Attempt {
  readonly sent: Sent;
  readonly said: string;
  /** Set where it proves that nothing was applied. */
  readonly error?: EngineError;
}

async function sendOnce(
  request: SendRequest,
  task: Task,
  onRefused: (said: string) => void,
): Promise<Attempt> {
  const { engine, update } = request;
  try {
    const { accepted, said } = await sendOrStop(engine, task, update, onRefused);
    if (accepted) return { sent: { kind: 'accepted' }, said };
    return { sent: { kind: 'denied', reason: said, isConflict: false }, said };
  } catch (error) {
    const said = sentence(error);
    if (!isEngineError(error) || !error.nothingApplied) {
      return { sent: { kind: 'lost', cause: said }, said };
    }
    if (error.kind === 'rateLimited') request.onThrottled(error.retryAfterMs);
    if (isRepeatable(error)) return { sent: { kind: 'unreached', reason: said }, said, error };
    return {
      sent: { kind: 'denied', reason: said, isConflict: error.kind === 'conflict' },
      said,
      error,
    };
  }
}

// A signal of its own that never aborts: once the request has left, stopping it would only lose
// the answer. The engine has its own deadline.
async function sendOrStop(
  engine: Engine,
  task: Task,
  update: TaskUpdate,
  onRefused: (said: string) => void,
): Promise<Answer> {
  const { signal } = new AbortController();
  if (update.stop !== true) return engine.send(task, update, signal, onRefused);
  if (engine.stop !== undefined) return engine.stop(task, signal);
  throw new EngineError('unsupported', 'This engine stops no task.', { nothingApplied: true });
}

function isRepeatable(error: EngineError): boolean {
  return error.kind === 'network' || error.kind === 'rateLimited';
}

function pauseBefore(tries: number, error: EngineError): number | undefined {
  const pauseMs = pausesMs[tries];
  if (pauseMs === undefined || !isRepeatable(error)) return undefined;
  return Math.max(pauseMs, error.retryAfterMs ?? 0);
}

async function waitOrAbort(clock: Clock, ms: number, signal: AbortSignal): Promise<void> {
  try {
    await clock.wait(ms, signal);
  } catch (error) {
    // The next round begins with the look at the signal.
    if (!isAbort(error)) throw error;
  }
}
