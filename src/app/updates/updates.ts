import pLimit from 'p-limit';
import { EngineError } from '../../domain/engineError.ts';
import { sameTask, taskKey } from '../../domain/task.ts';
import type { TaskRef } from '../../domain/task.ts';
import type { Listen } from '../ports.ts';
import { callListener, createChangeEvent } from '../changeEvent.ts';
import { createEntryIds } from '../journal/entryIds.ts';
import { checkEntryAgain } from './checkEntryAgain.ts';
import { isSettled } from '../journal/settledEntry.ts';
import { recoverEntry } from './recoverEntry.ts';
import { lookAgainLater } from './lookAgainLater.ts';
import type { LaterLooks } from './lookAgainLater.ts';
import { sentence } from '../sentence.ts';
import type { Phase, SubmitRequest, Submitted } from './submitRequest.ts';
import type { SettledEntry } from '../journal/settledEntry.ts';
import { keepTyped, submit } from './submit.ts';
import type { UpdateParts } from './updateParts.ts';

/** Changes tasks. No other part of the product sends updates. */
export interface Updates extends LaterLooks {
  /**
   * Checks, asks if there is a reason, sends once, verifies and writes the journal. Throws
   * EngineError only when the task could not be read before sending; then nothing was sent.
   */
  submit(request: SubmitRequest): Promise<Submitted>;
  /**
   * Reads the task and sends nothing. Throws EngineError when the task cannot be read; the entry
   * then stays as it is.
   */
  checkAgain(entryId: string, signal: AbortSignal): Promise<SettledEntry>;
  /**
   * Finds the outcomes of updates that an earlier run left in flight. It only reads. After an abort
   * the remaining entries stay in flight.
   */
  recover(signal: AbortSignal): Promise<void>;
  phaseOf(ref: TaskRef): Phase | undefined;
  /** After every change of a phase. */
  readonly onDidChange: Listen;
  /**
   * Called once with each new outcome, from `submit`, `checkAgain` and `recover` alike, and again
   * where a confirmed update turns out to be overtaken. The journal holds the outcome by then, unless
   * writing it failed.
   */
  readonly onDidSettle: Listen<[SettledEntry]>;
}

// Entries that are recovered at the same time: quick for a few, polite for many.
const recoveredAtOnce = 4;

type Given = Omit<UpdateParts, 'ids' | 'announce'> & {
  /** Unique among all windows and runs; safe in a file name. */
  readonly newId: () => string;
};

export function createUpdates({ newId, ...deps }: Given): Updates {
  const changes = createChangeEvent();
  const settled = createChangeEvent<[SettledEntry]>();
  const parts = { ...deps, ids: createEntryIds(newId()), announce: settled.fire };
  const running = new Map<string, { readonly ref: TaskRef; readonly phase: Phase }>();
  const isRunning = (ref: TaskRef) => [...running.values()].some((run) => sameTask(run.ref, ref));

  async function submitAlone(request: SubmitRequest): Promise<Submitted> {
    const submitted = await submitInPhases(request);
    // Only when the task takes the next update: a listener may send one.
    if (submitted.kind === 'settled') settled.fire(submitted.entry);
    return submitted;
  }

  async function submitInPhases(request: SubmitRequest): Promise<Submitted> {
    const { ref } = request.base;
    const key = taskKey(ref);
    const setPhase = (phase: Phase) => {
      running.set(key, { ref, phase });
      changes.fire();
      callListener(() => request.onPhase?.(phase));
    };
    setPhase('checking');
    try {
      return await submit(parts, request, setPhase);
    } finally {
      running.delete(key);
      changes.fire();
    }
  }

  return {
    onDidChange: changes.listen,
    onDidSettle: settled.listen,
    ...lookAgainLater(parts, settled.listen),
    phaseOf: (ref) => running.get(taskKey(ref))?.phase,

    async submit(request) {
      if (!isRunning(request.base.ref)) return submitAlone(request);
      await keepTyped(parts, request);
      const message = `An update of ${request.base.name} is on its way already: wait until it is settled.`;
      return { kind: 'invalid', problems: [{ message }] };
    },

    async checkAgain(entryId, signal) {
      const entry = await deps.journal.read(entryId);
      if (entry !== undefined && !isSettled(entry) && isRunning(entry.ref)) {
        const message = 'The update is still being sent: wait until it is settled.';
        throw new EngineError('conflict', message, { nothingApplied: true });
      }
      return checkEntryAgain(parts, entryId, signal);
    },

    async recover(signal) {
      const entries = await deps.journal.inFlight();
      const left = entries.filter((entry) => !isRunning(entry.ref));
      await pLimit(recoveredAtOnce).map(left, async (entry) => {
        try {
          await recoverEntry(parts, entry, signal);
        } catch (error) {
          // A failure of one entry must not stop the recovery of the others.
          if (!signal.aborted) deps.log.error(`Not settled: ${sentence(error)}`);
        }
      });
      await deps.journal.adoptOrphans(deps.clock.now());
    },
  };
}
