import type { Task, TaskRef } from '../../domain/task.ts';

/** Which tasks a list is about, so that it can be read again. */
export type ListSource =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'connection'; readonly connection: string }
  | { readonly kind: 'workflow'; readonly connection: string; readonly workflow: string }
  | { readonly kind: 'execution'; readonly connection: string; readonly execution: string }
  | { readonly kind: 'tasks'; readonly refs: readonly TaskRef[] }
  /** Several rows, of whatever kind. */
  | { readonly kind: 'several'; readonly sources: readonly ListSource[] };

/** A task of a list. */
export interface ListedTask {
  /** How the document calls it, behind a `#`; it belongs to one task of the list alone. */
  readonly label: string;
  /** As the person saw it last: what has changed since is shown before anything is sent. */
  readonly base: Task;
  /** As it was read since, where that differs and the person has edited its line. */
  readonly now?: Task;
  /** True where the engine knew it no more when it was read last. */
  readonly isGone?: true;
}

/** The tasks behind a document in which they are changed as text. */
export interface TaskList {
  readonly id: string;
  readonly title: string;
  readonly source: ListSource;
  /** Epoch milliseconds. */
  readonly readAt: number;
  /** When outcomes were written into the document last: older ones are there already. */
  readonly markedAt?: number;
  /** How far the search went, where it did not see all. */
  readonly notice?: string;
  readonly tasks: readonly ListedTask[];
}

/** As it is now, as far as is known. */
export function latestOf({ base, now }: ListedTask): Task {
  return now ?? base;
}
