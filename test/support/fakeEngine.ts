import type { Answer, Engine } from '../../src/domain/engine.ts';
import { EngineError } from '../../src/domain/engineError.ts';
import type { EngineErrorDetails, EngineErrorKind } from '../../src/domain/engineError.ts';
import { mergeShallow } from '../../src/domain/json.ts';
import type { Output, Task } from '../../src/domain/task.ts';
import type { ExpectedStatus, OutputChange, TaskUpdate } from '../../src/domain/taskUpdate.ts';
import type { FakeClock } from './fakeClock.ts';
import { fakeTask } from './fakeTask.ts';

/** The server's handling of one request. */
export type SendStep = (engine: FakeEngine, update: TaskUpdate) => Promise<Answer>;
/** Replaces the task in one reading. */
export type ReadStep = (engine: FakeEngine) => Promise<Task | undefined>;

export interface FakeEngine extends Engine {
  visibleWithinMs: number;
  unsettledForMs?: number;
  readonly clock: FakeClock;
  /** The task on the server; undefined where it does not exist. */
  task: Task | undefined;
  /** Used one by one; when they are used up, the engine accepts every update at once. */
  sendSteps: SendStep[];
  /** Used one by one; when they are used up, every reading shows the task. */
  readSteps: ReadStep[];
  readonly sends: TaskUpdate[];
  readonly sendSignals: AbortSignal[];
  reads: number;
  expected: (update: TaskUpdate) => readonly ExpectedStatus[];
  /** Changes the task, as another person or an update would. */
  change(to: Partial<Task>): void;
  apply(update: TaskUpdate): void;
}

const terminal = new Set(['COMPLETED', 'FAILED', 'COMPLETED_WITH_ERRORS', 'CANCELED']);

/** An engine with one task that follows a script. */
export function createFakeEngine(clock: FakeClock): FakeEngine {
  const engine: FakeEngine = {
    clock,
    visibleWithinMs: 1_000,
    task: fakeTask,
    sendSteps: [],
    readSteps: [],
    sends: [],
    sendSignals: [],
    reads: 0,
    expected: (update) => [{ status: update.status ?? fakeTask.status }],
    expects: (_before, update) => engine.expected(update),

    async test() {
      return { server: 'fake', notes: [] };
    },
    async listWorkflows() {
      return { items: [] };
    },
    async readTask(_ref, signal) {
      signal.throwIfAborted();
      engine.reads += 1;
      const step = engine.readSteps.shift();
      return step === undefined ? engine.task : step(engine);
    },
    async send(_before, update, signal, events) {
      events?.onLeave?.();
      engine.sends.push(update);
      engine.sendSignals.push(signal);
      const step = engine.sendSteps.shift() ?? takes;
      return step(engine, update);
    },

    change(to) {
      if (engine.task === undefined) return;
      const status = to.status ?? engine.task.status;
      const updatedAt = clock.now();
      engine.task = { ...engine.task, updatedAt, ...to, terminal: terminal.has(status) };
    },
    apply(update) {
      const status = engine.expected(update)[0]?.status ?? fakeTask.status;
      const output = changed(engine.task?.output, update.output);
      const reason = update.reason ?? engine.task?.reason;
      const worker = update.fields?.['worker'];
      const engineFields = {
        ...engine.task?.engineFields,
        ...(typeof worker === 'string' ? { worker } : {}),
      };
      engine.change({ status, output, engineFields, ...(reason === undefined ? {} : { reason }) });
    },
  };
  return engine;
}

function changed(held: Output, change: OutputChange | undefined): Output {
  if (change === undefined) return held;
  if (change.kind === 'text') return change.text;
  if (change.mode === 'replace' || typeof held === 'string') return change.value;
  return mergeShallow(held ?? {}, change.value);
}

const accepted: Answer = { accepted: true, said: '200 t1' };

/** Applies the update and accepts it. */
export const takes: SendStep = async (engine, update) => {
  engine.apply(update);
  return accepted;
};

/** Accepts the update and does nothing. */
export const ignores: SendStep = async () => accepted;

/** Accepts the update at once and applies it later. */
export const takesLater =
  (ms: number): SendStep =>
  async (engine, update) => {
    engine.clock.at(engine.clock.now() + ms, () => engine.apply(update));
    return accepted;
  };

/** Answers that nothing was updated. */
export const denies: SendStep = async () => ({ accepted: false, said: '200 with an empty body' });

/** Answers with an error, with or without applying the update. */
export const fails =
  (error: Error, applies = false): SendStep =>
  async (engine, update) => {
    if (applies) engine.apply(update);
    throw error;
  };

/** Never answers, as when the window is closed in the middle. */
export const hangs =
  (applies: boolean, reached: () => void): SendStep =>
  (engine, update) => {
    if (applies) engine.apply(update);
    reached();
    return new Promise(() => {});
  };

export function engineError(
  kind: EngineErrorKind,
  details: Partial<EngineErrorDetails> = {},
): EngineError {
  return new EngineError(kind, `server says ${kind}`, { nothingApplied: false, ...details });
}
