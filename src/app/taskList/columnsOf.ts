import { executionTitle } from '../../domain/executionTitle.ts';
import { workflowTitle } from '../../domain/task.ts';
import { writeToken } from './listToken.ts';
import type { ListedTask } from './taskList.ts';

/** The words that the text of a list needs from outside. */
export interface ListNames {
  connectionName(id: string): string;
  /** A moment in the person's own time zone. */
  momentText(at: number): string;
}

// A column has room for nine of ten names, and at most for this width. A longer name sticks out
// instead of moving all others to the right.
const widest = 40;
const share = 0.9;

/** The widths of a list's columns. */
export interface Columns {
  readonly status: number;
  readonly middle: readonly number[];
}

/**
 * Wide enough for the statuses of complete and fail: completing or failing a task moves no column.
 */
export function columnsOf(tasks: readonly ListedTask[], names: ListNames): Columns {
  const statuses = tasks.flatMap(({ base }) => [
    base.status,
    ...base.options.statuses.filter(({ role }) => role !== undefined).map(({ status }) => status),
  ]);
  const isMixed = isManyConnections(tasks);
  const rows = tasks.map((task) => middleCells(task, names, isMixed));
  const indexes = [...Array(isMixed ? 4 : 3).keys()];
  return {
    status: widthOf([...new Set(statuses)].map(writeToken), 1),
    middle: indexes.map((index) =>
      widthOf(
        rows.map((row) => row[index] ?? ''),
        share,
      ),
    ),
  };
}

/** The cells between a task's status and its id. They are for reading only. */
export function middleCells(
  task: ListedTask,
  names: ListNames,
  isMixed: boolean,
): readonly string[] {
  const { base } = task;
  return [
    writeToken(base.name),
    writeToken(workflowTitle(base)),
    writeToken(executionTitle(base)),
    ...(isMixed ? [writeToken(names.connectionName(base.ref.connection))] : []),
  ];
}

function isManyConnections(tasks: readonly ListedTask[]): boolean {
  return new Set(tasks.map(({ base }) => base.ref.connection)).size > 1;
}

/** The width that is enough for this share of the cells. */
function widthOf(cells: readonly string[], share: number): number {
  const lengths = cells.map(({ length }) => length).sort((a, b) => a - b);
  const width = lengths[Math.ceil((lengths.length - 1) * share)] ?? 0;
  // The titles of the columns need room too.
  return Math.max(9, Math.min(width, widest));
}
