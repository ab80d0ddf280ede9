import type { Task, TaskState } from '../../../domain/task.ts';
import { engineFieldsOf } from './engineFields.ts';
import { isAsyncComplete, type OptionConditions, updateOptions } from './updateOptions.ts';
import type { TaskRecord } from '../wire/records.ts';
import { taskStatus } from './taskStatus.ts';
import { isWaitingType, isWorkerType, taskType } from './taskType.ts';

/** What a task's record does not hold: where it was read, and what its server can do. */
export interface TaskSource extends OptionConditions {
  /** The connection's id. */
  readonly connection: string;
  /** True where another pending task of the execution has the same reference name. */
  readonly sharesName: boolean;
}

/** Converts a task of the server to a Task. */
export function toTask(record: TaskRecord, source: TaskSource): Task {
  const fields = engineFieldsOf(record, source.sharesName);
  const child = record.subWorkflowId;
  const worker = record.workerId === '' ? undefined : record.workerId;
  return {
    ref: {
      connection: source.connection,
      workflow: record.workflowType ?? '',
      execution: record.workflowInstanceId,
      task: record.taskId,
    },
    name: record.referenceTaskName,
    type: taskType(record),
    status: record.status,
    state: stateOf(record),
    terminal: taskStatus(record.status, (record.endTime ?? 0) > 0).terminal,
    input: record.inputData,
    output: record.outputData,
    attempt: record.retryCount ?? 0,
    // The worker appears here again, under the key of the field that sets it.
    engineFields: { ...fields, ...defined('workerId', worker) },
    options: updateOptions(record, fields, source),
    ...(fields.externalOutput ? { isOutputHidden: true } : {}),
    ...definition(record),
    ...defined('correlationId', record.correlationId === '' ? undefined : record.correlationId),
    ...defined('reason', record.reasonForIncompletion),
    ...defined('iteration', roundOf(record)),
    ...defined('scheduledAt', positive(record.scheduledTime)),
    ...defined('startedAt', positive(record.startTime)),
    ...defined('endedAt', positive(record.endTime)),
    ...defined('updatedAt', changedAt(record)),
    ...defined('worker', worker),
    ...(child === undefined || child === ''
      ? {}
      : { child: { execution: child, workflow: childName(record) } }),
  };
}

/**
 * The state of an open task says who has to act: someone outside, or the server and its workers.
 */
function stateOf(record: TaskRecord): TaskState {
  const { state } = taskStatus(record.status, (record.endTime ?? 0) > 0);
  if (state !== 'running') return state;
  const type = taskType(record);
  if (isWaitingType(type)) return 'waiting';
  const awaitsOutside =
    record.status === 'IN_PROGRESS' && !isWorkerType(type) && isAsyncComplete(record);
  return awaitsOutside ? 'waiting' : 'running';
}

/** A loop task counts its iterations in this field, but belongs to none of them. */
function roundOf(record: TaskRecord): number | undefined {
  return taskType(record) === 'DO_WHILE' ? undefined : positive(record.iteration);
}

function definition(record: TaskRecord): { definition?: string } {
  const name = record.taskDefName;
  return name === undefined || name === '' || name === record.referenceTaskName
    ? {}
    : { definition: name };
}

/**
 * Servers do not change updateTime on every change: completing a started task sets only endTime.
 */
function changedAt(record: TaskRecord): number | undefined {
  return positive(Math.max(record.updateTime ?? 0, record.endTime ?? 0));
}

function childName(record: TaskRecord): string {
  const name = record.inputData['subWorkflowName'];
  return typeof name === 'string' ? name : '';
}

/** Conductor sends 0 for a value that is not set. */
function positive(value: number | undefined): number | undefined {
  return value !== undefined && value > 0 ? value : undefined;
}

function defined<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: V };
}
