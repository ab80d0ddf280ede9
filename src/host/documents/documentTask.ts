import type { Task } from '../../domain/task.ts';

/** The state of the task behind an output document. */
export type DocumentTask =
  | { readonly kind: 'loading' }
  | { readonly kind: 'known'; readonly task: Task }
  | { readonly kind: 'gone' }
  | { readonly kind: 'failed'; readonly message: string };
