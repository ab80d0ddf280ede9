import type { TaskRef } from '../../domain/task.ts';
import type { Services } from '../services.ts';
import type { Marks } from './marks.ts';
import type { ReadOnlyDocuments } from './readOnlyDocuments.ts';

/** What the parts of updating share. */
export interface UpdateContext extends Services {
  readonly marks: Marks;
  readonly views: ReadOnlyDocuments;
  /** Selects the task's row where it is loaded. */
  reveal(ref: TaskRef): Promise<void>;
  /** Is the Workflows view on show? Then its rows tell what became of an update. */
  isVisible(): boolean;
}
