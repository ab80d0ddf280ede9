import { workflowTitle } from '../../domain/task.ts';
import { writeToken } from './listToken.ts';
import type { ListedTask } from './taskList.ts';

/** What a list's text takes from outside. */
export interface ListNames {
  connectionName(id: string): string;
  /** A moment in the person's own time zone. */
  momentText(at: number): string;
}

// Nine of ten names stand in their column, unless they are this long; what is longer stands out
// of it instead of moving all others to the right.
const widest = 40;
const share = 0.9;

/** The columns of a list: how wide each is. */
export interface Columns {
  readonly status: number;
  readonly middle: readonly number[];
}

/** Wide enough for what most tasks become: completing or failing one moves no column. */
export function columnsOf(tasks: readonly ListedTask[], names: ListNames): Columns {
  const statuses = tasks.flatMap(({ base }) => [
    base.status,
    ...base.options.statuses.filter(({ role }) => role !== undefined).map(({ status }) => status),
  ]);
  const isMixed = isManyConnections(tasks);
  const rows = tasks.map((task) => middleCells(task, names, isMixed));
  const indexes = [...Array(isMixed ? 3 : 2).keys()];
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

/** What stands between a task's status and its id, for the eye alone. */
export function middleCells(
  task: ListedTask,
  names: ListNames,
  isMixed: boolean,
): readonly string[] {
  const { base } = task;
  return [
    writeToken(base.name),
    writeToken(workflowTitle(base)),
    ...(isMixed ? [writeToken(names.connectionName(base.ref.connection))] : []),
  ];
}

function isManyConnections(tasks: readonly ListedTask[]): boolean {
  return new Set(tasks.map(({ base }) => base.ref.connection)).size > 1;
}

/** The width that this share of the cells has at most. */
function widthOf(cells: readonly string[], share: number): number {
  const lengths = cells.map(({ length }) => length).sort((a, b) => a - b);
  const width = lengths[Math.ceil((lengths.length - 1) * share)] ?? 0;
  // The titles of the columns want some room as well.
  return Math.max(9, Math.min(width, widest));
}
