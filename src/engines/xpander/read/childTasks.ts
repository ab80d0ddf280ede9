import { isEngineError } from '../../../domain/engineError.ts';
import type { ChildTasks } from '../../../domain/engine.ts';
import { oddRecord, withOdd } from '../../../domain/oddRecord.ts';
import type { TaskRef } from '../../../domain/task.ts';
import type { Send } from '../../../http/httpRequest.ts';
import { oddIn, type ReadRecord, recordsIn } from '../../readRecords.ts';
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
): Promise<ChildTasks> {
  const parent = await send(getTask(ref.task), signal);
  const answer = await send(getTasks(parent.agent_id, { parent: ref.task }), signal);
  const siblings = recordsIn(answer);
  // A server without this filter answers with all tasks of the agent.
  const listed = siblings.filter((task) => task.parent_task_id === ref.task);
  const odd = oddIn(answer);
  const known = new Set([...listed, ...odd].map((task) => task.id));
  const others = [...new Set(parent.sub_executions)].filter(
    (id) => !known.has(id) && id !== ref.task,
  );
  const read = await inBatches(others.slice(-maxReads), (id) => readIfAvailable(send, id, signal));
  const tasks = [
    ...[...listed]
      .sort((a, b) => createdAt(a) - createdAt(b))
      .map((record) => toListedTask(record, source)),
    ...recordsIn(read).flatMap((one) => (one === undefined ? [] : [toTask(one, source)])),
  ];
  return {
    tasks: tasks.sort((a, b) => (a.scheduledAt ?? 0) - (b.scheduledAt ?? 0)),
    ...withOdd([...odd, ...oddIn(read)]),
  };
}

async function readIfAvailable(
  send: Send,
  id: string,
  signal: AbortSignal,
): Promise<ReadRecord<TaskRecord | undefined>> {
  try {
    return { record: await send(getTask(id), signal) };
  } catch (error) {
    // The child was deleted or belongs to somebody else: the others are still shown.
    if (isEngineError(error, 'notFound') || isEngineError(error, 'forbidden')) {
      return { record: undefined };
    }
    const odd = oddRecord('task', id, error);
    if (odd !== undefined) return { odd };
    throw error;
  }
}
