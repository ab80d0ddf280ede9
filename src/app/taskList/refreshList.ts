import { taskKey } from '../../domain/task.ts';
import type { Task } from '../../domain/task.ts';
import { changesBetween } from '../updates/changesBetween.ts';
import { labelTasks } from './labelTasks.ts';
import type { ListEdit } from './listEdit.ts';
import { firstLine } from './headerLines.ts';
import { ownComment, withStatus } from './markedComment.ts';
import { columnsOf } from './columnsOf.ts';
import type { ListNames } from './columnsOf.ts';
import { taskLine } from './listText.ts';
import { isEdited } from './readList.ts';
import type { ReadLine } from './readList.ts';
import type { ListedTask, TaskList } from './taskList.ts';

/** The tasks that were read again. */
export interface Reread {
  readonly readAt: number;
  readonly notice?: string;
  /** The tasks that the list's source gives now. */
  readonly found: readonly Task[];
  /** The ids of connections that could not be read. Their tasks stay as they are. */
  readonly unread?: readonly string[];
  /** The tasks of edited lines, by their key; null for a task that the engine no longer knows. */
  readonly single: ReadonlyMap<string, Task | null>;
}

/** A document's text, and its lines as read. */
export interface ListDocument {
  readonly text: string;
  readonly lines: readonly ReadLine[];
}

export interface Refreshed {
  readonly list: TaskList;
  readonly edits: readonly ListEdit[];
}

/**
 * Brings a document up to date. An edited line stays, and so does its base. Any other line follows
 * its task and disappears when the task is over, except for the person's comment. Deleted lines do
 * not come back.
 */
export function refreshList(
  list: TaskList,
  { text, lines }: ListDocument,
  reread: Reread,
  names: ListNames,
): Refreshed {
  const found = new Map(reread.found.map((task) => [taskKey(task.ref), task]));
  const written = new Set(lines.filter(isEdited).map(({ task }) => task?.label));
  const kept = list.tasks.map((task) => followTask(task, written.has(task.label), found, reread));
  const known = new Set(list.tasks.map(({ base }) => taskKey(base.ref)));
  const fresh = reread.found.filter(({ ref }) => !known.has(taskKey(ref)));
  const added = labelTasks(fresh, list.tasks);
  const { notice: _before, ...others } = list;
  const next: TaskList = {
    ...others,
    readAt: reread.readAt,
    ...(reread.notice === undefined ? {} : { notice: reread.notice }),
    tasks: [...kept, ...added],
  };
  const texts = text.split('\n');
  const standing = new Set(lines.map(({ task }) => task?.label));
  const revived = kept.filter(
    ({ label, isGone }, index) =>
      isGone !== true && list.tasks[index]?.isGone === true && !standing.has(label),
  );
  const byLabel = new Map(kept.map((task) => [task.label, task]));
  return {
    list: next,
    edits: [
      ...headerEdit(list, next, texts, names),
      ...lines
        .filter(({ task }) => !written.has(task?.label))
        .flatMap((line) => lineEdit(line, texts[line.line] ?? '', byLabel)),
      ...appended([...revived, ...added], next, names),
    ],
  };
}

function followTask(
  task: ListedTask,
  isWritten: boolean,
  found: ReadonlyMap<string, Task>,
  { single, unread = [] }: Reread,
): ListedTask {
  const { label, base } = task;
  if (unread.includes(base.ref.connection)) return task;
  const key = taskKey(base.ref);
  const alone = single.get(key);
  const fresh = found.get(key) ?? alone ?? undefined;
  if (!isWritten)
    return fresh === undefined ? { label, base, isGone: true } : { label, base: fresh };
  if (fresh === undefined) return alone === null ? { ...task, isGone: true } : task;
  return changesBetween(base, fresh).length === 0
    ? { label, base: { ...base, options: fresh.options } }
    : { label, base, now: fresh };
}

function lineEdit(
  line: ReadLine,
  text: string,
  byLabel: ReadonlyMap<string, ListedTask>,
): readonly ListEdit[] {
  const task = line.task === undefined ? undefined : byLabel.get(line.task.label);
  if (task === undefined) return [];
  if (task.isGone === true || task.base.terminal) {
    const own = ownComment(line.parsed);
    return own === ''
      ? [{ kind: 'remove', line: line.line }]
      : [{ kind: 'replace', line: line.line, text: own }];
  }
  if (line.parsed.status.text === task.base.status) return [];
  const next = withStatus(text, line.parsed, task.base.status);
  return [{ kind: 'replace', line: line.line, text: next }];
}

function headerEdit(
  before: TaskList,
  after: TaskList,
  texts: readonly string[],
  names: ListNames,
): readonly ListEdit[] {
  const line = texts.indexOf(firstLine(before, names));
  return line < 0 ? [] : [{ kind: 'replace', line, text: firstLine(after, names) }];
}

function appended(
  added: readonly ListedTask[],
  next: TaskList,
  names: ListNames,
): readonly ListEdit[] {
  if (added.length === 0) return [];
  const columns = columnsOf(next.tasks, names);
  return [{ kind: 'append', lines: added.map((task) => taskLine(task, columns, names)) }];
}

/** The tasks of edited lines that the source no longer gives. */
export function missingOf(
  lines: readonly ReadLine[],
  found: readonly Task[],
): readonly ListedTask[] {
  const keys = new Set(found.map(({ ref }) => taskKey(ref)));
  return lines
    .filter(isEdited)
    .flatMap(({ task }) => (task === undefined ? [] : [task]))
    .filter(({ base }) => !keys.has(taskKey(base.ref)));
}
