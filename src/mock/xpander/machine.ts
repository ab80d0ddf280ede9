import type { TaskRun } from './model.ts';
import type { Start } from './newTask.ts';
import type { World } from './world.ts';

/** The initial values of a task. With the id of an existing task it starts another turn of it. */
export type NewStart = Omit<Start, 'id' | 'at' | 'isWorkflow'> & {
  readonly id?: string;
  /** True where no worker starts the task: its creator runs it. */
  readonly runsLocally?: boolean;
};

/** The operations that routes call. Those on a task throw a 404 answer where it does not exist. */
export interface Machine extends World {
  /** Runs all steps that are due. Call before every read. */
  settle(): void;
  start(start: NewStart): TaskRun;
  patch(id: string, body: { readonly [key: string]: unknown }): TaskRun;
  stop(id: string): TaskRun;
  /** Deletes a task and all its descendants. */
  remove(id: string): void;
}
