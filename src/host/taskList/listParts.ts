import type { TaskLists } from '../../app/taskList/taskLists.ts';
import type { ListNames } from '../../app/taskList/columnsOf.ts';
import type { SendMany } from '../bulk/sendMany.ts';
import type { AppParts } from '../appParts.ts';
import type { ListMemory } from './listMemory.ts';
import type { OpenLists } from './openLists.ts';

/** What the parts of changing tasks as text work with. */
export interface ListParts extends AppParts {
  readonly lists: TaskLists;
  readonly memory: ListMemory;
  readonly open: OpenLists;
  newId(): string;
  readonly sendMany: SendMany;
}

/** What stands above the reading of a list's tasks. */
export const readingTasks = 'Reading the tasks…';

/** The words of a list's text that are this machine's and this person's. */
export function listNames({ connections }: Pick<AppParts, 'connections'>): ListNames {
  return {
    connectionName: (id) => connections.find(id)?.name ?? id,
    momentText: (at) =>
      new Date(at).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' }),
  };
}
