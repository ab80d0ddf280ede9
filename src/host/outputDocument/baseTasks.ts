import { isJsonObject, parseJson, stringifyJson } from '../../domain/json.ts';
import { taskKey } from '../../domain/task.ts';
import type { Output, Task, TaskRef } from '../../domain/task.ts';

/**
 * Tasks as the person saw them when they opened an output document. VS Code brings an unsaved text
 * back after a reload: the output that it is checked against comes back with it.
 */
export interface BaseTasks {
  get(ref: TaskRef): Task | undefined;
  /** It was read: the person sees it now, unless they saw it before. */
  setIfNone(task: Task): void;
  /** The person sees it now. */
  set(task: Task): void;
  /** The person types: what they saw is kept for the next window. */
  keep(ref: TaskRef): void;
  forget(ref: TaskRef): void;
}

/** What outlives the window: VS Code's Memento, as far as it is needed here. */
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

// As text: a Memento would round long numbers.
function toText(output: Output): string {
  return stringifyJson(output === undefined ? {} : { output });
}

function toOutput(text: string): Output {
  const kept = parseJson(text);
  const output = isJsonObject(kept) ? kept['output'] : undefined;
  return isJsonObject(output) || typeof output === 'string' ? output : undefined;
}
