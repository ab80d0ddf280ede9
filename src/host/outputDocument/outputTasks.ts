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
  /** As it was read last; reads it when it never was. */
  latest(ref: TaskRef): DocumentTask;
  /**
   * As the person saw it when they opened the document: what has changed since is shown to them
   * before anything is sent. Reads it when it never was. Throws EngineError.
   */
  base(ref: TaskRef): Promise<Task | undefined>;
  /** The same where it is known without asking. */
  knownBase(ref: TaskRef): Task | undefined;
  /** The person types: what they saw is kept, also for the next window. */
  keepBase(ref: TaskRef): void;
  /** The task has just been shown to the person. */
  setBase(task: Task): void;
  /** Reads it again; the person has not seen that. */
  reload(ref: TaskRef): Promise<void>;
  /** The document is closed. */
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

  // Opening a document asks for its size, its text, its lenses: one request serves them all.
  function readOnce(ref: TaskRef): Promise<Task | undefined> {
    const key = taskKey(ref);
    const running = reading.get(key) ?? read(ref).finally(() => reading.delete(key));
    reading.set(key, running);
    return running;
  }

  // What went wrong stands above the document's first line.
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
