import type { Connection } from '../../domain/connection.ts';
import { stringifyJson } from '../../domain/json.ts';
import type { Json } from '../../domain/json.ts';
import type { TaskUpdate } from '../../domain/taskUpdate.ts';
import { changesBetween } from '../updates/changesBetween.ts';
import { lineError } from './lineProblem.ts';
import type { LineProblem } from './lineProblem.ts';
import { lineUpdate } from './lineUpdate.ts';
import { isMarkedOpen } from './markedComment.ts';
import { readLine } from './listLine.ts';
import type { ListLine } from './listLine.ts';
import { latestOf } from './taskList.ts';
import type { ListedTask, TaskList } from './taskList.ts';

/** A line about a task, with its update and its problems. */
export interface ReadLine {
  /** From 0. */
  readonly line: number;
  readonly parsed: ListLine;
  /** Absent if the list has no such task. */
  readonly task?: ListedTask;
  /** The update that the line asks for. Absent if it leaves its task alone. */
  readonly update?: TaskUpdate;
  readonly problems: readonly LineProblem[];
}

export type ConnectionOf = (id: string) => Connection | undefined;

/** Reads a whole document. The lines keep their order. Comments and blank lines are left out. */
export function readList(
  text: string,
  list: TaskList,
  connectionOf: ConnectionOf,
): readonly ReadLine[] {
  const byLabel = new Map(list.tasks.map((task) => [task.label, task]));
  const lines = text.split(/\r\n|\r|\n/).flatMap((line, index) => {
    const parsed = readLine(line);
    return parsed === undefined ? [] : [judge(parsed, index, byLabel, connectionOf)];
  });
  return markRepeated(lines);
}

/** Can it be sent? */
export function isChange(
  line: ReadLine,
): line is ReadLine & Required<Pick<ReadLine, 'task' | 'update'>> {
  return line.update !== undefined && line.task !== undefined && !hasError(line);
}

/** Did the person write something into the line that was not sent, or cannot be sent? */
export function isEdited(line: ReadLine): boolean {
  return line.update !== undefined || hasError(line);
}

export function hasError({ problems }: Pick<ReadLine, 'problems'>): boolean {
  return problems.some(({ severity }) => severity === 'error');
}

function judge(
  parsed: ListLine,
  line: number,
  byLabel: ReadonlyMap<string, ListedTask>,
  connectionOf: ConnectionOf,
): ReadLine {
  const { id, status, end } = parsed;
  if (id === undefined) {
    const message =
      'No #id stands on this line: nobody knows which task is meant. Put // before a note.';
    return { line, parsed, problems: [lineError(message, status.start, end)] };
  }
  const task = byLabel.get(id.text);
  if (task === undefined || !id.isWhole) {
    const message = 'This list has no task with this #id: refresh the list, or take the line out.';
    return { line, parsed, problems: [lineError(message, id.start, id.end)] };
  }
  const latest = latestOf(task);
  const found = lineUpdate(parsed, task.base, latest, connectionOf(latest.ref.connection));
  const isAsked = found.update !== undefined;
  const goneMessage = 'The engine knows this task no more.';
  const problems = [
    ...found.problems,
    ...(isAsked && task.isGone === true ? [lineError(goneMessage, id.start, id.end)] : []),
    ...(isAsked && isMarkedOpen(parsed) ? [stillOpen(parsed)] : []),
    ...(isAsked && task.now !== undefined ? changedMeanwhile(task, parsed) : []),
  ];
  return { line, parsed, task, ...found, problems };
}

// An update that may have been applied is not sent again only because its line is still there.
function stillOpen({ comment, end }: ListLine): LineProblem {
  const message =
    'It is open what became of this: check it in the Updates view, then refresh. To send it again, take this note away.';
  return lineError(message, comment?.start ?? 0, end);
}

function changedMeanwhile({ base, now }: ListedTask, { status }: ListLine): readonly LineProblem[] {
  if (now === undefined) return [];
  const words = changesBetween(base, now)
    .filter(({ what }) => what !== 'time')
    .map(({ what, from, to }) => `${what} ${from} → ${to}`);
  const what = words.length === 0 ? '' : `: ${words.join(', ')}`;
  const message = `Somebody changed this task since you saw it${what}.`;
  return [{ message, start: status.start, end: status.end, severity: 'warning' }];
}

/** A task takes one update at a time, so several lines of one task must not differ. */
function markRepeated(lines: readonly ReadLine[]): readonly ReadLine[] {
  const groups = new Map<string, ReadLine[]>();
  for (const line of lines) {
    if (line.task === undefined) continue;
    const group = groups.get(line.task.label);
    if (group === undefined) groups.set(line.task.label, [line]);
    else group.push(line);
  }
  return lines.map((line) => {
    const group = groups.get(line.task?.label ?? '') ?? [line];
    return group.length === 1 || line.task === undefined ? line : markOne(line, group);
  });
}

function markOne(line: ReadLine, group: readonly ReadLine[]): ReadLine {
  const { start, end } = line.parsed.id ?? line.parsed.status;
  const asking = group.filter(({ update }) => update !== undefined);
  const isSame = new Set(group.map(wish)).size === 1;
  if (asking.length === 0 || (isSame && line === group[0])) return line;
  const message = isSame
    ? 'This task stands above already, with the same change: it is sent once.'
    : 'This task stands on several lines that ask for different things: keep one of them.';
  const problem = { message, start, end, severity: isSame ? 'warning' : 'error' } as const;
  const { update, ...others } = line;
  const asked = isSame || update === undefined ? {} : { update };
  return { ...others, ...asked, problems: [...line.problems, problem] };
}

function wish({ update, problems }: ReadLine): string {
  const key = update === undefined ? '' : stringifyJson(update as unknown as Json);
  return hasError({ problems }) ? `${key} bad` : key;
}
