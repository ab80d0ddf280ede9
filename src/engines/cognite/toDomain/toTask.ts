import { encodeKey } from '../../../domain/encodeKey.ts';
import type { Task } from '../../../domain/task.ts';
import { isAsyncComplete } from './isAsyncComplete.ts';
import type { DefinedTask } from '../wire/definedTask.ts';
import { updateOptions, unavailableOptions } from './updateOptions.ts';
import type { TaskNode } from './taskNodes.ts';
import type { ExecutionRecord, TaskRecord } from '../wire/records.ts';
import { isOver, whyUnavailable } from './whyUnavailable.ts';
import { taskStatus } from './taskStatus.ts';

/** The connection and execution that a task was read from, and the time of reading. */
export interface Reading {
  readonly connection: string;
  readonly execution: ExecutionRecord;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** Converts one attempt of a task that the execution reached. */
export function toTask(reading: Reading, node: TaskNode, record: TaskRecord): Task {
  const { execution, now } = reading;
  const { definition } = node;
  const isAsync = isAsyncComplete(record.input, definition);
  const unavailable = whyUnavailable(record, isAsync, execution);
  const status = taskStatus(record.status, record.endTime !== undefined);
  const attempt = node.attempts.indexOf(record);
  const retriesLeft = Math.max(0, (definition?.retries ?? 0) - attempt);
  return {
    ...namesOf(node),
    ref: refOf(reading, record.id),
    type: record.taskType,
    status: record.status,
    state: unavailable === undefined && status.state === 'running' ? 'waiting' : status.state,
    terminal: status.terminal,
    input: record.input,
    output: record.output,
    ...optional('reason', record.reasonForIncompletion),
    attempt,
    ...optional('startedAt', record.startTime),
    ...optional('endedAt', record.endTime),
    engineFields: { ...engineFieldsOf(node), isAsyncComplete: isAsync, retriesLeft },
    options:
      unavailable === undefined
        ? updateOptions({ node, retriesLeft, startedAt: record.startTime, now })
        : unavailableOptions(unavailable),
  };
}

// The API gives a task no id before it starts. Ids of started tasks are UUIDs, so this prefix is
// unique.
const notStarted = 'not started:';

/**
 * Converts a task that the execution has not reached. `why` tells the person why it takes no
 * update.
 */
export function toFutureTask(
  reading: Reading,
  node: TaskNode,
  definition: DefinedTask,
  why: string,
): Task {
  const isNever = isOver(reading.execution);
  return {
    ...namesOf(node),
    ref: refOf(reading, futureId(node)),
    type: definition.type,
    status: isNever ? 'never started' : 'not started',
    state: isNever ? 'cancelled' : 'unknown',
    terminal: isNever,
    input: definition.parameters,
    output: undefined,
    attempt: 0,
    engineFields: { ...engineFieldsOf(node), isAsyncComplete: isAsyncComplete({}, definition) },
    options: unavailableOptions(why),
  };
}

/** Our own id for a task that has not started, unique within its execution. */
export function futureId(node: TaskNode): string {
  return (
    notStarted +
    [...(node.parent === undefined ? [] : [node.parent]), node.externalId].map(encodeKey).join('/')
  );
}

export function isFutureId(id: string): boolean {
  return id.startsWith(notStarted);
}

function refOf({ connection, execution }: Reading, task: string): Task['ref'] {
  return { connection, workflow: execution.workflowExternalId, execution: execution.id, task };
}

function namesOf({ externalId, definition }: TaskNode): { name: string; definition?: string } {
  const name = definition?.name ?? externalId;
  return name === externalId ? { name } : { name, definition: externalId };
}

function engineFieldsOf({ externalId, parent, definition }: TaskNode): Task['engineFields'] {
  return {
    externalId,
    ...optional('parent', parent),
    ...optional('onFailure', definition?.onFailure),
    ...optional('retries', definition?.retries),
    ...optional('timeoutSeconds', definition?.timeoutSeconds),
  };
}

function optional<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]?: V });
}
