import { copyJson, isObject, textOf, toNumber, type JsonObject } from '../../json.ts';
import { atLeast } from '../../atLeast.ts';
import { shapeWorkflowDef, withTaskDefinitions } from '../shapeWorkflowDef.ts';
import type { WorkflowDef } from '../workflowDef.ts';
import type { Engine } from '../engine.ts';
import type { Execution, TaskRun, TaskStatus, WorkflowStatus } from '../model.ts';
import { findDefinition } from '../store.ts';
import { newTaskRun, type Mapper } from '../newTaskRun.ts';

/** SUB_WORKFLOW: in progress while the child execution runs. */
export const subWorkflow: Mapper = (planned) => {
  const { task, input, engine } = planned;
  const param = task.subWorkflowParam ?? {};
  const recent = atLeast(engine.version, '3.22.0');
  return [
    newTaskRun(planned, {
      status: 'IN_PROGRESS',
      taskType: 'SUB_WORKFLOW',
      input: {
        subWorkflowDefinition: param['workflowDefinition'] ?? null,
        workflowInput: isObject(input['workflowInput']) ? input['workflowInput'] : input,
        subWorkflowTaskToDomain: param['taskToDomain'] ?? null,
        ...(recent ? { idempotencyKey: param['idempotencyKey'] ?? null } : {}),
        subWorkflowName: param['name'] ?? task.name,
        priority: param['priority'] ?? null,
        subWorkflowVersion: param['version'] ?? null,
        ...(recent ? { idempotencyStrategy: param['idempotencyStrategy'] ?? null } : {}),
      },
    }),
  ];
};

/** Starts the child of a SUB_WORKFLOW task, or fails the task where there is no such definition. */
export function startChild(engine: Engine, execution: Execution, run: TaskRun): void {
  const { subWorkflowName, subWorkflowVersion, workflowInput } = run.inputData;
  const definition = childDefinition(engine, run.inputData);
  if (definition === undefined) {
    run.status = 'FAILED';
    run.endTime = engine.clock.now();
    run.reasonForIncompletion = `No such workflow defined. name=${textOf(subWorkflowName)}, version=${textOf(subWorkflowVersion)}`;
    return;
  }
  const child = engine.start({
    definition,
    // A child without its own input gets the whole input of its task.
    input: copyJson(hasKeys(workflowInput) ? workflowInput : run.inputData),
    correlationId: execution.correlationId,
    priority: execution.priority,
    parent: { workflowId: execution.workflowId, taskId: run.taskId },
  });
  run.subWorkflowId = child.workflowId;
  run.outputData = { ...run.outputData, subWorkflowId: child.workflowId };
  takeEndOf(engine, child, run);
}

function hasKeys(value: unknown): value is JsonObject {
  return isObject(value) && Object.keys(value).length > 0;
}

function childDefinition(engine: Engine, input: JsonObject): WorkflowDef | undefined {
  const { subWorkflowDefinition, subWorkflowName, subWorkflowVersion } = input;
  const version = subWorkflowVersion == null ? undefined : toNumber(subWorkflowVersion);
  const definition = isObject(subWorkflowDefinition)
    ? shapeWorkflowDef(subWorkflowDefinition, engine.version, 0)
    : findDefinition(engine.store, textOf(subWorkflowName), version);
  if (definition === undefined) return undefined;
  const find = (name: string) => engine.store.taskDefs.get(name);
  return {
    ...definition,
    tasks: definition.tasks.map((task) => withTaskDefinitions(task, find, engine.version)),
  };
}

const taskStatusOf: Record<WorkflowStatus, TaskStatus> = {
  RUNNING: 'IN_PROGRESS',
  PAUSED: 'IN_PROGRESS',
  COMPLETED: 'COMPLETED',
  FAILED: 'FAILED',
  TIMED_OUT: 'TIMED_OUT',
  TERMINATED: 'CANCELED',
};

/** Passes the end of a child execution to the task that started it, and moves the parent on. */
export function settleParent(engine: Engine, child: Execution): void {
  const parent = engine.store.executions.get(child.parentWorkflowId ?? '');
  const run = parent?.tasks.find((task) => task.taskId === child.parentWorkflowTaskId);
  if (parent === undefined || run?.subWorkflowId !== child.workflowId) return;
  if (takeEndOf(engine, child, run)) engine.decide(parent);
}

/** Copies the child's status and output to the task. False while the child runs. */
function takeEndOf(engine: Engine, child: Execution, run: TaskRun): boolean {
  const status = taskStatusOf[child.status];
  if (status === 'IN_PROGRESS' || run.status !== 'IN_PROGRESS') return false;
  run.status = status;
  run.endTime = engine.clock.now();
  run.updateTime = run.endTime;
  run.outputData = {
    ...run.outputData,
    subWorkflowId: child.workflowId,
    ...copyJson(child.output),
  };
  if (status !== 'COMPLETED') {
    const { name, version } = child.definition;
    run.reasonForIncompletion = `Sub workflow ${name}.${version}/${child.workflowId} failure reason: ${child.reasonForIncompletion ?? 'null'}`;
  }
  return true;
}
