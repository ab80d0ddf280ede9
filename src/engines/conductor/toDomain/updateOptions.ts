import type {
  FieldOption,
  OutputOption,
  StatusOption,
  UpdateOptions,
} from '../../../domain/taskUpdate.ts';
import { effectOf, overdueEffectOf } from './effectOf.ts';
import type { EngineFields } from './engineFields.ts';
import type { TaskRecord } from '../wire/records.ts';
import { executionStatus } from './executionStatus.ts';
import { taskStatus } from './taskStatus.ts';
import { isWaitingType, isWorkerType, releaseOf, steeringOf, taskType } from './taskType.ts';

/** What decides on a task's options beside its record. */
export interface OptionConditions {
  /** CANCELED works from 3.32.0 on; older servers answer 500. */
  readonly canCancel: boolean;
  /** The status of the task's execution, where the execution was read. */
  readonly execution?: string;
  /** True where the execution is over its time limit: the next update times it out. */
  readonly isOverdue?: boolean;
}

// ConductorProperties: a task output above 10240 KB is dropped and the task fails, although the
// request answers 200. From 3072 KB on the output moves out of the database.
const limitBytes = 10_240 * 1024;
const warnBytes = 1024 * 1024;
/** The server truncates a longer reason. */
const reasonLimit = 500;
/** conductor.app.taskExecLogSizeLimit: the server drops further lines of one update. */
export const logLineLimit = 10;

// A retry is a new task, so a failed task has ended even where it is retried.
const statuses: readonly Pick<StatusOption, 'status' | 'role' | 'endsTask'>[] = [
  { status: 'COMPLETED', role: 'complete', endsTask: true },
  { status: 'FAILED', role: 'fail', endsTask: true },
  { status: 'FAILED_WITH_TERMINAL_ERROR', endsTask: true },
  { status: 'IN_PROGRESS', role: 'save' },
  { status: 'CANCELED', endsTask: true },
];

const workerField: FieldOption = {
  key: 'workerId',
  label: 'Worker ID',
  kind: 'text',
  shown: true,
  help: 'The worker that did the task; stored with it.',
};
const logField: FieldOption = {
  key: 'log',
  label: 'Log lines',
  kind: 'lines',
  help: `Added to the task's log, ${logLineLimit} lines at most; kept only by a server with an index.`,
};
const callbackField: FieldOption = {
  key: 'callbackAfterSeconds',
  label: 'Callback after (seconds)',
  kind: 'number',
  shown: true,
  help: 'With IN_PROGRESS: how long the task stays hidden from workers.',
};

/** What may be sent to this task now. */
export function updateOptions(
  record: TaskRecord,
  fields: EngineFields,
  conditions: OptionConditions,
): UpdateOptions {
  const unavailable = whyUnavailable(record, conditions);
  if (unavailable !== undefined) return { unavailable, statuses: [], fields: [], warnings: [] };
  const type = taskType(record);
  return {
    statuses: statuses
      .filter((option) => conditions.canCancel || option.status !== 'CANCELED')
      .map((option) => ({
        ...option,
        ...(conditions.isOverdue === true
          ? overdueEffectOf(option.status)
          : effectOf(option.status, type, fields)),
      })),
    ...(fields.externalOutput ? {} : { output: outputOption(record) }),
    reasonLimit,
    fields: fields.worker ? [workerField, logField, callbackField] : [workerField, logField],
    warnings: warningsFor(record, fields, conditions),
  };
}

function whyUnavailable(record: TaskRecord, conditions: OptionConditions): string | undefined {
  const type = taskType(record);
  if (taskStatus(record.status, (record.endTime ?? 0) > 0).terminal) {
    return `The task is ${record.status}: Conductor takes no more updates for it.`;
  }
  if (conditions.execution !== undefined && executionStatus(conditions.execution, false).terminal) {
    return `The execution is ${conditions.execution}: Conductor takes no more updates for its tasks.`;
  }
  const steers = steeringOf(type);
  if (steers === undefined) return undefined;
  return `A ${type} task does no work of its own, it only ${steers}: update those tasks instead.`;
}

function outputOption(record: TaskRecord): OutputOption {
  const keys =
    record.workflowTask?.taskDefinition?.outputKeys ?? record.taskDefinition?.outputKeys ?? [];
  return {
    kind: 'object',
    modes: ['merge', 'replace'],
    limitBytes,
    warnBytes,
    ...(keys.length === 0 ? {} : { knownKeys: keys }),
  };
}

function warningsFor(
  record: TaskRecord,
  fields: EngineFields,
  conditions: OptionConditions,
): readonly string[] {
  const type = taskType(record);
  return [
    workWarning(record, type),
    fields.externalOutput
      ? 'Its output is too large for the database and kept elsewhere: it cannot be edited here.'
      : undefined,
    conditions.execution === 'PAUSED'
      ? 'The execution is PAUSED: the update is stored, and nothing goes on until it is resumed.'
      : undefined,
  ].filter((warning) => warning !== undefined);
}

/** Warns of anybody else who may change this task. */
function workWarning(record: TaskRecord, type: string): string | undefined {
  if (isWorkerType(type)) {
    return record.status === 'IN_PROGRESS'
      ? 'A worker has taken this task and may overwrite the update.'
      : 'A worker that polls for this task may overwrite the update.';
  }
  if (type === 'SUB_WORKFLOW') {
    return 'Updating this task leaves the child workflow running: update the tasks in it instead.';
  }
  if (type === 'WAIT' && (record.inputData['duration'] ?? record.inputData['until']) != null) {
    return 'This task also completes by itself when its waiting time is over.';
  }
  const release = releaseOf(type);
  if (release !== undefined) return `This task also completes by ${release}.`;
  return isWaitingType(type) || isAsyncComplete(record)
    ? undefined
    : 'The server itself works on this task and may overwrite the update.';
}

/**
 * True for a system task that has done its work and stays open until someone outside completes it.
 */
export function isAsyncComplete(record: TaskRecord): boolean {
  return record.workflowTask?.asyncComplete === true || record.inputData['asyncComplete'] === true;
}
