import type * as vscode from 'vscode';
import { findTasks, readTasks } from '../../app/taskList/findTasks.ts';
import { missingOf, refreshList } from '../../app/taskList/refreshList.ts';
import type { Reread } from '../../app/taskList/refreshList.ts';
import type { TaskList } from '../../app/taskList/taskList.ts';
import { taskKey } from '../../domain/task.ts';
import type { Task } from '../../domain/task.ts';
import { offeredTask } from '../words/offeredTask.ts';
import { withCancel } from '../ui/withCancel.ts';
import { applyListEdits } from './applyListEdits.ts';
import { listNames, readingTasks } from './listParts.ts';
import type { ListParts } from './listParts.ts';
import { openedAgain } from './listUri.ts';
import { textOf } from './textOf.ts';
import { writeJournaled } from './writeOutcomes.ts';

/** Reads the tasks again. Changed lines stay as they are. Throws EngineError. */
export async function refreshOpenList(
  parts: ListParts,
  document: vscode.TextDocument,
): Promise<void> {
  await writeJournaled(parts, document);
  const list = await parts.open.load(document);
  if (list === undefined) return;
  const reread = await withCancel(readingTasks, (signal) =>
    rereadList(parts, document, list, signal),
  );
  if (reread === undefined) return;
  // During the reading, the person may have typed in the document or closed it.
  const shown = await openedAgain(document);
  const now = { text: textOf(shown), lines: parts.open.linesOf(shown) };
  const standing = (await parts.open.load(shown)) ?? list;
  const next = refreshList(standing, now, reread, listNames(parts));
  await parts.memory.keep(next.list);
  await applyListEdits(shown, next.edits);
}

async function rereadList(
  parts: ListParts,
  document: vscode.TextDocument,
  list: TaskList,
  signal: AbortSignal,
): Promise<Reread> {
  const { connections, clock, open } = parts;
  const { tasks, notice, unread } = await findTasks(connections, list.source, signal);
  const missing = missingOf(open.linesOf(document), tasks);
  const refs = missing
    .map(({ base }) => base.ref)
    .filter(({ connection }) => !unread.includes(connection));
  const alone = await readTasks(connections, refs, signal);
  const byKey = new Map(alone.map((task) => [taskKey(task.ref), task]));
  const offered = (task: Task) => offeredTask(task, connections.find(task.ref.connection));
  return {
    readAt: clock.now(),
    ...(notice === undefined ? {} : { notice }),
    found: tasks.map(offered),
    unread,
    single: new Map(
      refs.map((ref) => {
        const task = byKey.get(taskKey(ref));
        return [taskKey(ref), task === undefined ? null : offered(task)];
      }),
    ),
  };
}
