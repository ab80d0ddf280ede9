import { createChangeEvent } from '../../app/changeEvent.ts';
import type { Connections } from '../../app/connections.ts';
import type { Listen } from '../../app/ports.ts';
import type { Store } from '../../app/store.ts';
import { isAbort } from '../../domain/engineError.ts';
import { taskKey } from '../../domain/task.ts';
import type { Task, TaskRef } from '../../domain/task.ts';
import { errorText } from '../words/errorText.ts';
import type { DocumentTask } from '../documents/documentTask.ts';
import { offeredTask } from '../words/offeredTask.ts';
import type { BaseTasks } from './baseTasks.ts';

/** The tasks behind the open output documents. */
export interface OutputTasks {
  /** The newest state of the task. It starts reading when there is none. */
  latest(ref: TaskRef): DocumentTask;
  /**
   * The task as it was when the person opened the document: the base for detecting overwrites.
   * Reads the task when there is no base yet. Throws EngineError.
   */
  base(ref: TaskRef): Promise<Task | undefined>;
  /** The base, without reading. */
  knownBase(ref: TaskRef): Task | undefined;
  /** Keeps the base for the next window, because the person has begun to type. */
  keepBase(ref: TaskRef): void;
  /** Sets the base, because the task was just shown to the person. */
  setBase(task: Task): void;
  /** Reads the task again and leaves the base as it is. */
  reload(ref: TaskRef): Promise<void>;
  forget(ref: TaskRef): void;
  readonly onDidChange: Listen;
  dispose(): void;
}

interface TaskSources {
  readonly store: Pick<Store, 'task'>;
  readonly connections: Pick<Connections, 'find'>;
  readonly baseTasks: BaseTasks;
}

export function createOutputTasks({ store, connections, baseTasks }: TaskSources): OutputTasks {
  const emitter = createChangeEvent();
  const stop = new AbortController();
  const states = new Map<string, DocumentTask>();
  const reading = new Map<string, Promise<Task | undefined>>();

  function set(ref: TaskRef, state: DocumentTask): void {
    states.set(taskKey(ref), state);
    emitter.fire();
  }

  async function read(ref: TaskRef): Promise<Task | undefined> {
    try {
      const found = await store.task(ref, stop.signal);
      if (found === undefined) {
        set(ref, { kind: 'gone' });
        return undefined;
      }
      const task = offeredTask(found, connections.find(ref.connection));
      baseTasks.setIfNone(task);
      set(ref, { kind: 'known', task });
      return task;
    } catch (error) {
      if (!isAbort(error)) set(ref, { kind: 'failed', message: errorText(error).text });
      throw error;
    }
  }

  // VS Code asks for size, text and lenses at once; they share one request.
  function readOnce(ref: TaskRef): Promise<Task | undefined> {
    const key = taskKey(ref);
    const running = reading.get(key) ?? read(ref).finally(() => reading.delete(key));
    reading.set(key, running);
    return running;
  }

  // The document's first line shows the error.
  const reload = async (ref: TaskRef) => {
    await readOnce(ref).catch(() => undefined);
  };

  return {
    latest: (ref) => {
      const state = states.get(taskKey(ref));
      if (state !== undefined) return state;
      states.set(taskKey(ref), { kind: 'loading' });
      void reload(ref);
      return { kind: 'loading' };
    },
    base: async (ref) => baseTasks.get(ref) ?? readOnce(ref),
    knownBase: baseTasks.get,
    keepBase: baseTasks.keep,
    setBase: (task) => {
      const offered = offeredTask(task, connections.find(task.ref.connection));
      baseTasks.set(offered);
      set(task.ref, { kind: 'known', task: offered });
    },
    reload,
    forget: (ref) => {
      baseTasks.forget(ref);
      states.delete(taskKey(ref));
    },
    onDidChange: emitter.listen,
    dispose: () => stop.abort(),
  };
}
