import type { AppParts } from '../appParts.ts';
import type { TaskActions } from '../tasks/taskActions.ts';
import type { TaskRef } from '../../domain/task.ts';

/** What the features of links use. */
export interface LinkParts extends AppParts {
  readonly actions: TaskActions;
  /** "vscode://publisher.name" */
  readonly base: string;
  isDemo(connection: string): boolean;
  /** Selects the task's row in the Workflows view; false when there is no row. */
  reveal(ref: TaskRef): Promise<boolean>;
}
