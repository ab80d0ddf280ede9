import type { Task, TaskRef } from '../../domain/task.ts';

/** The source of a list's tasks, so that it can be read again. */
export type ListSource =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'connection'; readonly connection: string }
  | { readonly kind: 'workflow'; readonly connection: string; readonly workflow: string }
  | { readonly kind: 'execution'; readonly connection: string; readonly execution: string }
  | { readonly kind: 'tasks'; readonly refs: readonly TaskRef[] }
  /** Several rows of any kind. */
  | { readonly kind: 'several'; readonly sources: readonly ListSource[] };

/** A task of a list. */
export interface ListedTask {
  /** The name of the task in the document, behind a `#`. It is unique in the list. */
  readonly label: string;
  /** The task as the person last saw it. Later changes are shown before anything is sent. */
  readonly base: Task;
  /** The task as it was read later. Present if it differs and the person has edited its line. */
  readonly now?: Task;
  /** True if the engine no longer knew the task at the last read. */
  readonly isGone?: true;
}

/** The tasks of a document in which they are changed as text. */
export interface TaskList {
  readonly id: string;
  readonly title: string;
  readonly source: ListSource;
  /** Epoch milliseconds. */
  readonly readAt: number;
  /** When outcomes were last written into the document: it holds the older ones already. */
  readonly markedAt?: number;
  /** How far the search went, if it did not see all tasks. */
  readonly notice?: string;
  readonly tasks: readonly ListedTask[];
}

/** The newest known state of a task. */
export function latestOf({ base, now }: ListedTask): Task {
  return now ?? base;
}
