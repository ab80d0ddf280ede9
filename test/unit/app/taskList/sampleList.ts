import type { Task } from '../../../../src/domain/task.ts';
import { labelTasks } from '../../../../src/app/taskList/labelTasks.ts';
import type { ListNames } from '../../../../src/app/taskList/columnsOf.ts';
import { readList } from '../../../../src/app/taskList/readList.ts';
import type { ReadLine } from '../../../../src/app/taskList/readList.ts';
import type { TaskList } from '../../../../src/app/taskList/taskList.ts';
import { fakeConnection, fakeTask } from '../../../support/fakeTask.ts';

export const names: ListNames = {
  connectionName: (id) => (id === 'c1' ? 'Local' : id),
  momentText: (at) => new Date(at).toISOString(),
};

/** The fake task with an id and a name of its own. */
export function taskOf(id: string, own: Partial<Task> = {}): Task {
  return { ...fakeTask, ref: { ...fakeTask.ref, task: id }, name: `name_${id}`, ...own };
}

export function listOf(...tasks: readonly Task[]): TaskList {
  return {
    id: 'list',
    title: 'All waiting tasks',
    source: { kind: 'waiting' },
    readAt: 1_700_000_000_000,
    tasks: labelTasks(tasks),
  };
}

export function read(text: string, list: TaskList): readonly ReadLine[] {
  return readList(text, list, (id) => ({ ...fakeConnection, id }));
}

/** The messages of a text's lines, each with the marked text. */
export function marks(text: string, list: TaskList): readonly string[] {
  const lines = text.split('\n');
  return read(text, list).flatMap(({ line, problems }) =>
    problems.map(
      ({ message, start, end }) => `${(lines[line] ?? '').slice(start, end)}: ${message}`,
    ),
  );
}
