import { workflowTitle } from '../../domain/task.ts';
import { headerLines } from './listHeader.ts';
import { writeToken } from './listToken.ts';
import { latestOf } from './taskList.ts';
import type { ListedTask, TaskList } from './taskList.ts';

/** What a list's text takes from outside. */
export interface ListNames {
  connectionName(id: string): string;
  /** A moment in the person's own time zone. */
  momentText(at: number): string;
}

// A longer name stands out of its column instead of moving all others to the right.
const widest = 36;
const gap = '  ';

/** The columns of a list: how wide each is. */
export interface Columns {
  readonly status: number;
  readonly middle: readonly number[];
}

/** The document as it is when the list was made: a header, and a line for each task. */
export function listText(list: TaskList, names: ListNames): string {
  const columns = columnsOf(list.tasks, names);
  const lines = list.tasks.map((task) => taskLine(task, columns, names));
  return `${[...headerLines(list, names, columns), '', ...lines].join('\n')}\n`;
}

/** Wide enough for the statuses that can be set: a word that changes moves no column. */
export function columnsOf(tasks: readonly ListedTask[], names: ListNames): Columns {
  const statuses = tasks.flatMap(({ seen }) => [
    seen.status,
    ...seen.options.statuses.map(({ status }) => status),
  ]);
  const isMixed = isManyConnections(tasks);
  const rows = tasks.map((task) => middle(task, names, isMixed));
  const count = isMixed ? 3 : 2;
  return {
    status: widthOf([...new Set(statuses)].map(writeToken), 9),
    middle: [...Array(count).keys()].map((index) =>
      widthOf(
        rows.map((row) => row[index] ?? ''),
        8,
      ),
    ),
  };
}

/** One task's line, with an empty output. */
export function taskLine(task: ListedTask, columns: Columns, names: ListNames): string {
  const cells = middle(task, names, columns.middle.length > 2);
  return [
    writeToken(latestOf(task).status).padEnd(columns.status),
    ...cells.map((cell, index) => cell.padEnd(columns.middle[index] ?? 0)),
    labelText(task.label),
  ].join(gap);
}

export function labelText(label: string): string {
  return `#${writeToken(label)}`;
}

function middle(task: ListedTask, names: ListNames, isMixed: boolean): readonly string[] {
  const { seen } = task;
  return [
    writeToken(seen.name),
    writeToken(workflowTitle(seen)),
    ...(isMixed ? [writeToken(names.connectionName(seen.ref.connection))] : []),
  ];
}

function isManyConnections(tasks: readonly ListedTask[]): boolean {
  return new Set(tasks.map(({ seen }) => seen.ref.connection)).size > 1;
}

function widthOf(cells: readonly string[], least: number): number {
  return cells.reduce(
    (width, { length }) => (length > widest ? width : Math.max(width, length)),
    least,
  );
}
