import { copyJson, toNumber, type JsonObject } from '../json.ts';
import { atLeast } from '../atLeast.ts';
import type { TaskDef } from './workflowDef.ts';
import type { Engine } from './engine.ts';
import type { TaskRun } from './model.ts';
import { isSystemTask } from './taskTypes/mappers.ts';
import { TerminateWorkflow } from './terminateWorkflow.ts';

/** Control tasks are never retried. */
const neverRetried = new Set(['SWITCH', 'DECISION', 'FORK', 'JOIN', 'EXCLUSIVE_JOIN', 'DO_WHILE']);

/**
 * Handles a failed task. Returns the next attempt where one is left. Otherwise an optional task
 * becomes COMPLETED_WITH_ERRORS and a permissive one stays unchanged; both return undefined.
 * @throws {TerminateWorkflow} where the task fails the workflow
 */
export function afterFailure(engine: Engine, run: TaskRun): TaskRun | undefined {
  if (isRetriable(run)) return nextAttempt(engine, run, retryDelay(run));
  if (run.workflowTask.optional) {
    run.status = 'COMPLETED_WITH_ERRORS';
    return undefined;
  }
  if (run.workflowTask.permissive === true) return undefined;
  const status =
    run.status === 'CANCELED' ? 'TERMINATED' : run.status === 'TIMED_OUT' ? 'TIMED_OUT' : 'FAILED';
  throw failedBy(run, status);
}

/** The reason names the workflow's status, not the task's, as on the real server. */
export function failedBy(
  run: TaskRun,
  status: 'FAILED' | 'TERMINATED' | 'TIMED_OUT',
): TerminateWorkflow {
  const reason = run.reasonForIncompletion ?? 'null';
  return new TerminateWorkflow(
    status,
    `Task ${run.taskId} failed with status: ${status} and reason: '${reason}'`,
    { task: run },
  );
}

/** A copy for another attempt. System tasks start at once; a worker task waits for the delay. */
export function nextAttempt(engine: Engine, run: TaskRun, delaySeconds: number): TaskRun {
  const now = engine.clock.now();
  const system = isSystemTask(run.taskType);
  return {
    ...run,
    taskId: engine.random.uuid(),
    retryCount: run.retryCount + 1,
    retriedTaskId: run.taskId,
    status: system ? 'IN_PROGRESS' : 'SCHEDULED',
    inputData: withTemplate(run),
    outputData: atLeast(engine.version, '3.22.0') ? {} : copyJson(run.outputData),
    retried: false,
    executed: false,
    seq: 0,
    pollCount: 0,
    scheduledTime: now,
    startTime: system ? now : 0,
    endTime: 0,
    updateTime: 0,
    startDelayInSeconds: delaySeconds,
    callbackAfterSeconds: delaySeconds,
    availableAt: now + delaySeconds * 1000,
    workerId: undefined,
    reasonForIncompletion: undefined,
    subWorkflowId: undefined,
    externalOutput: undefined,
    indexed: system,
  };
}

/** A retry adds the definition's input template to tasks of every type. */
function withTemplate(run: TaskRun): JsonObject {
  const input = copyJson(run.inputData);
  const template = run.workflowTask.taskDefinition?.inputTemplate ?? {};
  for (const [key, value] of Object.entries(template)) input[key] ??= copyJson(value);
  return input;
}

function isRetriable(run: TaskRun): boolean {
  if (run.status !== 'FAILED' && run.status !== 'TIMED_OUT') return false;
  if (neverRetried.has(run.taskType)) return false;
  const definition = run.workflowTask.taskDefinition;
  if (definition === undefined) return false;
  return run.retryCount < toNumber(run.workflowTask.retryCount ?? definition.retryCount);
}

function retryDelay(run: TaskRun): number {
  const definition: TaskDef | undefined = run.workflowTask.taskDefinition;
  if (definition === undefined) return 0;
  const seconds = toNumber(definition.retryDelaySeconds);
  switch (definition.retryLogic) {
    case 'EXPONENTIAL_BACKOFF':
      return seconds * 2 ** run.retryCount;
    case 'LINEAR_BACKOFF':
      return seconds * toNumber(definition.backoffScaleFactor) * (run.retryCount + 1);
    default:
      return seconds;
  }
}
