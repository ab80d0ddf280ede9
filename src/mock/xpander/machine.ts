import type { TaskRun } from './model.ts';
import type { Start } from './newTask.ts';
import type { World } from './world.ts';

/** The moves that routes make. Those that name a task throw the answer 404 where there is none. */
export interface Machine extends World {
  /** Brings everything to the present moment; to be called before anything is read. */
  settle(): void;
  start(start: Omit<Start, 'id' | 'at'> & { readonly id?: string }): TaskRun;
  patch(id: string, body: { readonly [key: string]: unknown }): TaskRun;
  stop(id: string): TaskRun;
  /** Deletes a task with all that it started. */
  remove(id: string): void;
}
