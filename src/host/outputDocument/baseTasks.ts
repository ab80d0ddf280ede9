import { isJsonObject, parseJson, stringifyJson } from '../../domain/json.ts';
import { taskKey } from '../../domain/task.ts';
import type { Output, Task, TaskRef } from '../../domain/task.ts';

/**
 * The tasks as they were when the person opened their output documents: the base for detecting
 * overwrites. VS Code restores unsaved text after a reload, so its base must survive the reload as
 * well.
 */
export interface BaseTasks {
  get(ref: TaskRef): Task | undefined;
  /** Sets the base of a task that was just read, unless it has one. */
  setIfNone(task: Task): void;
  /** Sets the base of a task that was just shown to the person. */
  set(task: Task): void;
  /** Keeps the base for the next window, because the person has begun to type. */
  keep(ref: TaskRef): void;
  forget(ref: TaskRef): void;
}

/** The part of VS Code's Memento that is used here. */
export interface TextMemory {
  get(key: string): string | undefined;
  update(key: string, text: string | undefined): Thenable<void>;
}

export function createBaseTasks(memory: TextMemory): BaseTasks {
  const tasks = new Map<string, Task>();
  const memoryKey = (ref: TaskRef) => `seen:${taskKey(ref)}`;
  const isKept = (ref: TaskRef) => memory.get(memoryKey(ref)) !== undefined;
  const drop = (ref: TaskRef) => {
    if (isKept(ref)) void memory.update(memoryKey(ref), undefined);
  };
  return {
    get: (ref) => tasks.get(taskKey(ref)),
    setIfNone: (task) => {
      const key = taskKey(task.ref);
      if (tasks.has(key)) return;
      const kept = memory.get(memoryKey(task.ref));
      tasks.set(key, kept === undefined ? task : { ...task, output: toOutput(kept) });
    },
    set: (task) => {
      drop(task.ref);
      tasks.set(taskKey(task.ref), task);
    },
    keep: (ref) => {
      const base = tasks.get(taskKey(ref));
      if (base === undefined || isKept(ref)) return;
      void memory.update(memoryKey(ref), toText(base.output));
    },
    forget: (ref) => {
      drop(ref);
      tasks.delete(taskKey(ref));
    },
  };
}

// A Memento would round long numbers, so it gets JSON text.
function toText(output: Output): string {
  return stringifyJson(output === undefined ? {} : { output });
}

function toOutput(text: string): Output {
  const kept = parseJson(text);
  const output = isJsonObject(kept) ? kept['output'] : undefined;
  return isJsonObject(output) || typeof output === 'string' ? output : undefined;
}
