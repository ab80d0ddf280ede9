import { isEngineError } from '../../domain/engineError.ts';
import type { Task, TaskRef } from '../../domain/task.ts';
import type { Send } from '../../http/httpRequest.ts';
import { getTask, getTasks } from './endpoints.ts';
import { createdAt } from './filterTasks.ts';
import { inTurns } from './inTurns.ts';
import type { TaskRecord } from './records.ts';
import { listedTask, type TaskContext, wholeTask } from './toTask.ts';

// A task that fans out to more children than this shows its newest ones.
const mostReads = 50;

/**
 * The tasks that a task started, oldest first. Its own record names them; those of the same agent
 * come with one list, the others are read one by one, as no list spans agents.
 */
export async function childTasks(
  send: Send,
  ref: Pick<TaskRef, 'task'>,
  context: TaskContext,
  signal: AbortSignal,
): Promise<readonly Task[]> {
  const parent = await send(getTask(ref.task), signal);
  const siblings = await send(getTasks(parent.agent_id, { parent: ref.task }), signal);
  // A server that does not know the filter answers with all tasks of the agent.
  const listed = siblings.filter((task) => task.parent_task_id === ref.task);
  const known = new Set(listed.map((task) => task.id));
  const others = parent.sub_executions.filter((id) => !known.has(id) && id !== ref.task);
  const read = await inTurns(others.slice(-mostReads), (id) => readIfThere(send, id, signal));
  const tasks = [
    ...[...listed]
      .sort((a, b) => createdAt(a) - createdAt(b))
      .map((record) => listedTask(record, context)),
    ...read.flatMap((record) => (record === undefined ? [] : [wholeTask(record, context)])),
  ];
  return tasks.sort((a, b) => (a.scheduledAt ?? 0) - (b.scheduledAt ?? 0));
}

async function readIfThere(
  send: Send,
  id: string,
  signal: AbortSignal,
): Promise<TaskRecord | undefined> {
  try {
    return await send(getTask(id), signal);
  } catch (error) {
    // A child may have been deleted, or belong to somebody else: its siblings are shown.
    if (isEngineError(error, 'notFound') || isEngineError(error, 'forbidden')) return undefined;
    throw error;
  }
}
