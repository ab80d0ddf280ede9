import type { Machine, Reached } from './machine.ts';
import type { Execution } from './model.ts';

/** Finds an execution by its id. A generated one is first put into the store. */
export function findExecution({ store }: Machine, id: string): Execution | undefined {
  if (!store.executions.has(id)) makeGenerated(store, id);
  return store.executions.get(id);
}

/** Finds an attempt of a task by its id. */
export function findTask({ store }: Machine, id: string): Reached | undefined {
  if (!store.tasks.has(id)) makeGenerated(store, id);
  return store.tasks.get(id);
}

function makeGenerated({ generated }: Machine['store'], id: string): void {
  const index = generated?.indexOf(id);
  if (index !== undefined) generated?.make(index);
}
