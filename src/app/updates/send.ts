import type { Answer, Engine, SendEvents } from '../../domain/engine.ts';
import { EngineError, isAbort, isEngineError } from '../../domain/engineError.ts';
import type { EngineErrorKind } from '../../domain/engineError.ts';
import type { Try } from '../../domain/outcome.ts';
import type { Task } from '../../domain/task.ts';
import type { TaskUpdate } from '../../domain/taskUpdate.ts';
import type { Clock } from '../ports.ts';
import { changedMeanwhile, fieldChanges } from './changesBetween.ts';
import { sentence } from '../sentence.ts';

/** The result of sending. Only `lost` leaves open whether the engine applied the update. */
export type Sent =
  | { readonly kind: 'accepted'; readonly answer: Answer }
  /** The server did nothing: it said so, or there is proof. `reason` is its own sentence. */
  | { readonly kind: 'denied'; readonly reason: string; readonly isConflict: boolean }
  /** `cause` is a whole sentence. */
  | { readonly kind: 'lost'; readonly cause: string }
  /** The server was never reached, or the task could not be read before the next try. */
  | { readonly kind: 'unreached'; readonly reason: string }
  /** The person cancelled before the request had left, or after the server had refused a try. */
  | { readonly kind: 'cancelled'; readonly isRefused: boolean };

export interface SendRequest {
  readonly engine: Engine;
  readonly clock: Clock;
  readonly task: Task;
  readonly update: TaskUpdate;
  /** The person's signal. It works until the request leaves, and between tries. */
  readonly signal: AbortSignal;
  /** Called after each try. */
  readonly record: (attempt: Try) => void;
  /** Called when the server answers 429, with the pause that it asks for. */
  readonly onThrottled: (retryAfterMs: number | undefined) => void;
}

const pausesMs = [250, 1_000] as const;
// All pauses together, those that the server asks for included. The engine limits each send itself.
const longestWaitMs = 20_000;

/**
 * Sends until the request may have been applied, and never again after that. It tries again only
 * with proof that nothing was applied (a refused connection or 429), and only if nobody changed the
 * task in the meantime.
 */
export async function send(request: SendRequest): Promise<Sent> {
  const { clock, signal, record } = request;
  const giveUpAt = clock.now() + longestWaitMs;
  let { task } = request;
  let isRefused = false;
  for (let tries = 0; ; tries++) {
    if (signal.aborted) return { kind: 'cancelled', isRefused };
    const { sent, at, said, error } = await sendOnce(request, task, isRefused);
    if (said === undefined) return sent;
    const pauseMs = error === undefined ? undefined : pauseBefore(tries, error);
    if (pauseMs === undefined || clock.now() + pauseMs > giveUpAt) {
      record({ at, result: said });
      return sent;
    }
    isRefused ||= sent.kind === 'denied';
    record({ at, result: `${said} Trying again in ${pauseMs / 1_000} s.` });
    await waitOrAbort(clock, pauseMs, signal);
    const look = await lookAgain(request, isRefused);
    if ('sent' in look) return look.sent;
    task = look.task;
  }
}

/** Reads the task before the next try, or says why there is no next try. */
async function lookAgain(
  request: SendRequest,
  isRefused: boolean,
): Promise<{ readonly task: Task } | { readonly sent: Sent }> {
  const { engine, task, update, signal } = request;
  try {
    const now = await engine.readTask(task.ref, signal);
    if (now !== undefined && isUntouched(task, now, update)) return { task: now };
    const what = now === undefined ? 'There is no such task' : 'Somebody changed the task';
    const reason = `${what} since the server refused the first try: nothing was sent again.`;
    return { sent: { kind: 'denied', reason, isConflict: now !== undefined } };
  } catch (error) {
    if (signal.aborted) return { sent: { kind: 'cancelled', isRefused } };
    if (isEngineError(error, 'rateLimited')) request.onThrottled(error.retryAfterMs);
    const why = sentence(error);
    const reason = `Nothing was applied, and the task could not be read before the next try: ${why}`;
    return { sent: { kind: 'unreached', reason } };
  }
}

// A server that answers 500 did answer.
function lostLead(error: unknown): string {
  const isAnswered = isEngineError(error) && answeredKinds.has(error.kind);
  return isAnswered ? 'The answer proves nothing' : 'The answer was lost';
}

const answeredKinds: ReadonlySet<EngineErrorKind> = new Set(['unavailable', 'badResponse']);

/**
 * A new time alone counts only where the task never shows a part of the update: the refused try may
 * have been applied all the same. Otherwise nobody could overrule a worker that reports every second.
 */
function isUntouched(task: Task, now: Task, update: TaskUpdate): boolean {
  if (changedMeanwhile(task, now) || fieldChanges(task, now, update).length > 0) return false;
  const shown = now.options.fields.filter((field) => field.shown === true);
  const isAllShown = Object.keys(update.fields ?? {}).every((key) =>
    shown.some((field) => field.key === key),
  );
  return isAllShown || task.updatedAt === now.updatedAt;
}

interface Attempt {
  readonly sent: Sent;
  readonly at: number;
  /** The result for the journal; undefined where the request did not leave. */
  readonly said?: string;
  /** Set when it proves that nothing was applied. */
  readonly error?: EngineError;
}

async function sendOnce(request: SendRequest, task: Task, wasRefused: boolean): Promise<Attempt> {
  const { engine, update, clock, signal, record } = request;
  let at = clock.now();
  let refusal: string | undefined;
  let isRefused = wasRefused;
  let isStopped = false;
  const result = (sent: Sent, said: string, error?: EngineError): Attempt => ({
    sent,
    at,
    said,
    ...(error === undefined ? {} : { error }),
  });
  // Signing in may take long, the first time and after a refusal: the person may cancel meanwhile.
  const onLeave = () => {
    isStopped = signal.aborted;
    if (refusal !== undefined) {
      const then = isStopped ? '' : ' Signed in anew and tried again.';
      record({ at, result: `${sentence(refusal)}${then}` });
      refusal = undefined;
      at = clock.now();
    }
    signal.throwIfAborted();
  };
  const onRefused = (said: string) => {
    refusal = said;
    isRefused = true;
  };
  try {
    const answer = await sendOrStop(engine, task, update, { onLeave, onRefused });
    const { accepted, said } = answer;
    if (accepted) return result({ kind: 'accepted', answer }, said);
    return result({ kind: 'denied', reason: said, isConflict: false }, said);
  } catch (error) {
    if (isStopped) return { sent: { kind: 'cancelled', isRefused }, at };
    const said = sentence(error);
    if (!isEngineError(error) || !error.nothingApplied) {
      return result({ kind: 'lost', cause: `${lostLead(error)}: ${said}` }, said);
    }
    if (error.kind === 'rateLimited') request.onThrottled(error.retryAfterMs);
    if (error.kind === 'network') return result({ kind: 'unreached', reason: said }, said, error);
    const isConflict = error.kind === 'conflict';
    return result({ kind: 'denied', reason: said, isConflict }, said, error);
  }
}

// This signal never aborts: once the request has left, stopping it would only lose the answer. The
// engine has its own deadline.
async function sendOrStop(
  engine: Engine,
  task: Task,
  update: TaskUpdate,
  events: SendEvents,
): Promise<Answer> {
  const { signal } = new AbortController();
  if (update.stop !== true) return engine.send(task, update, signal, events);
  if (engine.stop !== undefined) return engine.stop(task, signal, events);
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
    // The next round checks the signal first.
    if (!isAbort(error)) throw error;
  }
}
