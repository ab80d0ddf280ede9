import type * as vscode from 'vscode';
import type { TaskRef } from '../../domain/task.ts';
import type { LoadOnDemand } from '../onDemand.ts';
import type { Services } from '../services.ts';
import type { Marks } from './marks.ts';
import type { OutputTasks } from '../outputDocument/outputTasks.ts';
import type { ReadOnlyDocuments } from '../documents/readOnlyDocuments.ts';
import type { Reviewing } from './reviewing.ts';

/** From where an update was sent: there one looks for what became of it. */
export type Entrance = 'view' | 'palette' | 'statusBar' | 'document';

/** What the parts of updating share. */
export interface UpdateContext extends Services {
  readonly onDemand: LoadOnDemand;
  /** This workspace's own; it outlives the window. */
  readonly memory: vscode.Memento;
  /** The tasks behind the output documents. */
  readonly tasks: Pick<OutputTasks, 'see'>;
  readonly reviewing: Reviewing;
  readonly marks: Marks;
  readonly views: ReadOnlyDocuments;
  /** Selects the task's row where it is loaded. */
  reveal(ref: TaskRef): Promise<void>;
  /** Is the Workflows view on show? Then its rows tell what became of an update. */
  isVisible(): boolean;
}
