import type { TaskLists } from '../../app/taskList/taskLists.ts';
import type { ListNames } from '../../app/taskList/columnsOf.ts';
import type { SendMany } from '../bulk/sendMany.ts';
import type { AppParts } from '../appParts.ts';
import type { ListMemory } from './listMemory.ts';
import type { OpenLists } from './openLists.ts';

/** What the features of task lists use. */
export interface ListParts extends AppParts {
  readonly lists: TaskLists;
  readonly memory: ListMemory;
  readonly open: OpenLists;
  newId(): string;
  readonly sendMany: SendMany;
}

/** The progress title while a list's tasks are read. */
export const readingTasks = 'Reading the tasks…';

/** The names and formats of a list's text that depend on this machine. */
export function listNames({ connections }: Pick<AppParts, 'connections'>): ListNames {
  return {
    connectionName: (id) => connections.find(id)?.name ?? id,
    momentText: (at) =>
      new Date(at).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' }),
  };
}
