import { isEngineError } from '../../../domain/engineError.ts';
import type { Task, TaskRef } from '../../../domain/task.ts';
import type { Send } from '../../../http/httpRequest.ts';
import { getTask, getTasks } from '../wire/endpoints.ts';
import { createdAt } from './filterTasks.ts';
import { inBatches } from './inBatches.ts';
import type { TaskRecord } from '../wire/records.ts';
import { toListedTask, type TaskSource, toTask } from '../toDomain/toTask.ts';

// Of more children than this, only the newest are shown.
const maxReads = 50;

/**
 * The child tasks of a task, oldest first. The task's own record names them. One list contains the
 * children of the same agent; the others are read one by one, because no list spans agents.
 */
export async function childTasks(
  send: Send,
  ref: Pick<TaskRef, 'task'>,
  source: TaskSource,
  signal: AbortSignal,
): Promise<readonly Task[]> {
  const parent = await send(getTask(ref.task), signal);
  const siblings = await send(getTasks(parent.agent_id, { parent: ref.task }), signal);
  // A server without this filter answers with all tasks of the agent.
  const listed = siblings.filter((task) => task.parent_task_id === ref.task);
  const known = new Set(listed.map((task) => task.id));
  const others = parent.sub_executions.filter((id) => !known.has(id) && id !== ref.task);
  const read = await inBatches(others.slice(-maxReads), (id) => readIfAvailable(send, id, signal));
  const tasks = [
    ...[...listed]
      .sort((a, b) => createdAt(a) - createdAt(b))
      .map((record) => toListedTask(record, source)),
    ...read.flatMap((record) => (record === undefined ? [] : [toTask(record, source)])),
  ];
  return tasks.sort((a, b) => (a.scheduledAt ?? 0) - (b.scheduledAt ?? 0));
}

async function readIfAvailable(
  send: Send,
  id: string,
  signal: AbortSignal,
): Promise<TaskRecord | undefined> {
  try {
    return await send(getTask(id), signal);
  } catch (error) {
    // The child was deleted or belongs to somebody else: the others are still shown.
    if (isEngineError(error, 'notFound') || isEngineError(error, 'forbidden')) return undefined;
    throw error;
  }
}
