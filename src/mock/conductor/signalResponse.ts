import type { JsonObject } from '../json.ts';
import { blockedTask } from './blockedTask.ts';
import type { Engine } from './engine.ts';
import { isWorkflowTerminal, type Execution, type TaskRun } from './model.ts';
import { queryEnum, type RouteRequest } from './routeRequest.ts';
import { broken } from './serverError.ts';
import { workflowView } from './workflowView.ts';

const strategies = [
  'TARGET_WORKFLOW',
  'BLOCKING_WORKFLOW',
  'BLOCKING_TASK',
  'BLOCKING_TASK_INPUT',
] as const;

/** What the answer of a start or of a signal that waits describes. */
export type ReturnStrategy = (typeof strategies)[number];

/** @throws {ServerError} 500 for an unknown one */
export function readStrategy(request: RouteRequest): ReturnStrategy {
  const javaType = 'org.conductoross.conductor.model.WorkflowSignalReturnStrategy';
  const read = queryEnum(request, 'returnStrategy', { names: strategies, javaType });
  return read ?? 'TARGET_WORKFLOW';
}

/** True where an execution has ended or stands at a WAIT without an end. */
export function hasStopped(engine: Engine, execution: Execution): boolean {
  return isWorkflowTerminal(execution.status) || blockedTask(engine, execution) !== undefined;
}

/** The number in it differs from server to server. */
const noValue =
  'The mapper [com.netflix.conductor.rest.controllers.WorkflowSignalResponder$$Lambda/0x0000000000000000] returned a null value.';

interface Signalled {
  readonly execution: Execution;
  readonly strategy: ReturnStrategy;
  readonly requestId: string;
  readonly isTimedOut: boolean;
}

/** The server's SignalResponse. @throws {ServerError} 500 where a task is asked for and none waits */
export function signalResponse(engine: Engine, signalled: Signalled): JsonObject {
  const { execution, strategy, requestId, isTimedOut } = signalled;
  const blocked = blockedTask(engine, execution);
  const head = {
    responseType: strategy,
    targetWorkflowId: execution.workflowId,
    targetWorkflowStatus: execution.status,
    requestId,
    signalTimeout: isTimedOut,
  };
  if (strategy === 'TARGET_WORKFLOW') return { ...head, ...ofWorkflow(engine, execution) };
  if (strategy === 'BLOCKING_WORKFLOW') {
    return { ...head, ...ofWorkflow(engine, blocked?.execution ?? execution) };
  }
  if (blocked === undefined) throw broken(isTimedOut ? 'value' : noValue);
  return { ...head, ...ofTask(blocked.run, blocked.execution) };
}

function ofWorkflow(engine: Engine, execution: Execution): JsonObject {
  const { workflowId, correlationId, input, output, priority, variables } = execution;
  const { createTime, status, updateTime } = execution;
  const { tasks } = workflowView(execution, engine.version);
  return {
    workflowId,
    correlationId,
    input,
    output,
    priority,
    variables,
    tasks,
    createTime,
    status,
    updateTime,
  };
}

function ofTask(run: TaskRun, execution: Execution): JsonObject {
  const { workflowId, taskType, taskId, referenceTaskName, retryCount, taskDefName } = run;
  return {
    workflowId,
    correlationId: execution.correlationId,
    input: run.inputData,
    output: run.outputData,
    taskType,
    taskId,
    referenceTaskName,
    retryCount,
    taskDefName,
    workflowType: run.workflowType,
    priority: execution.priority,
    createTime: run.scheduledTime,
    updateTime: run.updateTime,
    status: run.status,
  };
}
