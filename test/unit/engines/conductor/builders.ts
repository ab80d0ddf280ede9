import { parseTask, type TaskRecord } from '../../../../src/engines/conductor/wire/records.ts';
import { type TaskSource, toTask } from '../../../../src/engines/conductor/toDomain/toTask.ts';
import type { Task } from '../../../../src/domain/task.ts';

/** A task record of a server, by default an open HUMAN task. */
export function record(fields: object = {}): TaskRecord {
  const plain = {
    taskId: 't1',
    referenceTaskName: 'review',
    workflowInstanceId: 'w1',
    workflowType: 'flow',
    status: 'IN_PROGRESS',
    taskType: 'HUMAN',
    taskDefName: 'human_review',
    inputData: {},
    outputData: {},
    workflowTask: { type: 'HUMAN' },
  };
  return parseTask({ status: 200, headers: {}, text: JSON.stringify({ ...plain, ...fields }) });
}

/** An open worker task with this many retries. */
export function work(fields: object = {}, retryCount = 0): TaskRecord {
  return record({
    status: 'SCHEDULED',
    taskType: 'do_it',
    taskDefName: 'do_it',
    workflowTask: { type: 'SIMPLE', taskDefinition: { retryCount } },
    ...fields,
  });
}

export const context: TaskSource = { connection: 'c', canCancel: true, sharesName: false };

export function task(from: TaskRecord = record(), more: Partial<TaskSource> = {}): Task {
  return toTask(from, { ...context, ...more });
}
