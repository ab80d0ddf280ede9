import type { JsonObject } from '../json.ts';
import type { WorkflowTask } from './workflowDef.ts';
import type { Engine } from './engine.ts';
import { contextOf, resolveObject } from './resolveObject.ts';
import type { Execution, TaskRun, TaskStatus } from './model.ts';

/** A task of the definition that is about to become a TaskRun. */
export interface Planned {
  readonly engine: Engine;
  readonly execution: Execution;
  readonly task: WorkflowTask;
  /** 0 outside of loops. */
  readonly iteration: number;
  /** The loop suffix of its reference name, such as `__2`. */
  readonly suffix: string;
  readonly input: JsonObject;
  /** The id of the task that it becomes; its input may name it. */
  readonly taskId: string;
  /** Plans another task beside this one, in the same iteration. */
  readonly plan: (task: WorkflowTask) => TaskRun[];
}

/** Makes runs of a task: one, or more where children start together with it (SWITCH, FORK). */
export type Mapper = (planned: Planned) => TaskRun[];

interface Start {
  readonly status: TaskStatus;
  readonly taskType: string;
  readonly taskDefName?: string;
  readonly input?: JsonObject;
  readonly output?: JsonObject;
  readonly callbackAfterSeconds?: number;
  readonly waitUntil?: number | undefined;
  readonly loopOverTask?: boolean;
  readonly iteration?: number;
  /** True for tasks that the server runs: it updates and so indexes them at once. */
  readonly indexed?: boolean;
  readonly domain?: string | undefined;
}

/** The first attempt of a task. Only a task that waits for its worker has not started. */
export function newTaskRun(planned: Planned, start: Start): TaskRun {
  const { engine, execution, task } = planned;
  const now = engine.clock.now();
  const started = start.status !== 'SCHEDULED';
  return {
    taskId: planned.taskId,
    taskType: start.taskType,
    taskDefName: start.taskDefName ?? task.name,
    referenceTaskName: task.taskReferenceName + planned.suffix,
    workflowId: execution.workflowId,
    workflowType: execution.definition.name,
    workflowTask: task,
    retryCount: 0,
    retriedTaskId: undefined,
    startDelayInSeconds: started ? 0 : task.startDelay,
    loopOverTask: start.loopOverTask ?? planned.iteration > 0,
    scheduledTime: now,
    domain: start.domain,
    status: start.status,
    inputData: start.input ?? planned.input,
    outputData: start.output ?? {},
    retried: false,
    executed: false,
    seq: 0,
    iteration: start.iteration ?? planned.iteration,
    pollCount: 0,
    startTime: started ? now : 0,
    endTime: start.status === 'COMPLETED' ? now : 0,
    updateTime: started ? now : 0,
    callbackAfterSeconds: start.callbackAfterSeconds ?? 0,
    workerId: undefined,
    reasonForIncompletion: undefined,
    subWorkflowId: undefined,
    externalOutput: undefined,
    availableAt: now,
    waitUntil: start.waitUntil,
    indexed: start.indexed ?? started,
  };
}

/**
 * The resolved input of a task. A worker task also gets the input template of its task definition.
 */
export function inputOf(execution: Execution, task: WorkflowTask, taskId: string): JsonObject {
  const context = { ...contextOf(execution), CPEWF_TASK_ID: taskId };
  const input = resolveObject(task.inputParameters, context);
  if (task.type !== 'SIMPLE') return input;
  const template = task.taskDefinition?.inputTemplate ?? {};
  for (const [key, value] of Object.entries(template)) input[key] ??= value;
  return input;
}
