import type { Task } from '../../domain/task.ts';
import { isAsyncComplete } from './asyncComplete.ts';
import type { DefinedTask } from './definedTasks.ts';
import { optionsOf, refused } from './options.ts';
import type { Place } from './places.ts';
import type { ExecutionRecord, TaskRecord } from './records.ts';
import { isOver, refusalOf } from './refusal.ts';
import { taskStatus } from './states.ts';

/** Where a task is read from and when. */
export interface Reading {
  readonly connection: string;
  readonly execution: ExecutionRecord;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** One attempt of a task that was reached. */
export function toTask(reading: Reading, place: Place, record: TaskRecord): Task {
  const { execution, now } = reading;
  const { definition } = place;
  const isAsync = isAsyncComplete(record.input, definition);
  const refusal = refusalOf(record, isAsync, execution);
  const status = taskStatus(record.status, record.endTime !== undefined);
  const attempt = place.attempts.indexOf(record);
  const retriesLeft = Math.max(0, (definition?.retries ?? 0) - attempt);
  return {
    ...namesOf(place),
    ref: refOf(reading, record.id),
    type: record.taskType,
    status: record.status,
    state: refusal === undefined && status.state === 'running' ? 'waiting' : status.state,
    terminal: status.terminal,
    input: record.input,
    output: record.output,
    ...optional('reason', record.reasonForIncompletion),
    attempt,
    ...optional('startedAt', record.startTime),
    ...optional('endedAt', record.endTime),
    facts: { ...factsOf(place), isAsyncComplete: isAsync, retriesLeft },
    options:
      refusal === undefined
        ? optionsOf({ place, retriesLeft, startedAt: record.startTime, now })
        : refused(refusal),
  };
}

// The API has no id for a task that has not started; ids of started ones are UUIDs.
const notStarted = 'not started:';

/** A task that the definition has and the execution has not reached. `why` says so in words. */
export function toFutureTask(
  reading: Reading,
  place: Place,
  definition: DefinedTask,
  why: string,
): Task {
  const isNever = isOver(reading.execution);
  return {
    ...namesOf(place),
    ref: refOf(reading, futureId(place)),
    type: definition.type,
    status: isNever ? 'never started' : 'not started',
    state: isNever ? 'cancelled' : 'unknown',
    terminal: isNever,
    input: definition.parameters,
    output: undefined,
    attempt: 0,
    facts: { ...factsOf(place), isAsyncComplete: isAsyncComplete({}, definition) },
    options: refused(why),
  };
}

/** The id by which a task that has not started is told from the others of its execution. */
export function futureId(place: Place): string {
  return (
    notStarted +
    [...(place.parent === undefined ? [] : [place.parent]), place.externalId]
      .map(encodeURIComponent)
      .join('/')
  );
}

export function isFutureId(id: string): boolean {
  return id.startsWith(notStarted);
}

function refOf({ connection, execution }: Reading, task: string): Task['ref'] {
  return { connection, workflow: execution.workflowExternalId, execution: execution.id, task };
}

function namesOf({ externalId, definition }: Place): { name: string; definition?: string } {
  const name = definition?.name ?? externalId;
  return name === externalId ? { name } : { name, definition: externalId };
}

function factsOf({ externalId, parent, definition }: Place): Task['facts'] {
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
