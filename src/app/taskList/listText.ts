import { columnsOf, middleCells } from './columnsOf.ts';
import type { Columns, ListNames } from './columnsOf.ts';
import { headerLines } from './headerLines.ts';
import { writeToken } from './listToken.ts';
import { latestOf } from './taskList.ts';
import type { ListedTask, TaskList } from './taskList.ts';

const gap = '  ';

/** The text of a new list: a header, and one line for each task. */
export function listText(list: TaskList, names: ListNames): string {
  const columns = columnsOf(list.tasks, names);
  const lines = list.tasks.map((task) => taskLine(task, columns, names));
  return `${[...headerLines(list, names, columns), '', ...lines].join('\n')}\n`;
}

/** One task's line, with an empty output. */
export function taskLine(task: ListedTask, columns: Columns, names: ListNames): string {
  const cells = middleCells(task, names, columns.middle.length > 3);
  return [
    writeToken(latestOf(task).status).padEnd(columns.status),
    ...cells.map((cell, index) => cell.padEnd(columns.middle[index] ?? 0)),
    `#${writeToken(task.label)}`,
  ].join(gap);
}
