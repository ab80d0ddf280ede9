import type { AppParts } from '../appParts.ts';
import type { TaskActions } from '../tasks/taskActions.ts';
import type { TaskRef } from '../../domain/task.ts';

/** What links work with. */
export interface LinkParts extends AppParts {
  readonly actions: TaskActions;
  /** "vscode://publisher.name" */
  readonly base: string;
  isDemo(connection: string): boolean;
  /** Selects the task's row in the Workflows view; false where the view cannot show it. */
  reveal(ref: TaskRef): Promise<boolean>;
}
