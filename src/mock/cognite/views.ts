import { copyJson, type JsonObject } from '../json.ts';
import type { Machine } from './machine.ts';
import type { Execution, ExecutionSummary, TaskRun, Trigger, Version, Workflow } from './model.ts';

// JSON as the API sends it. Keys with the value undefined are not printed, as in the API.

export function workflowView(workflow: Workflow): JsonObject {
  return { ...workflow };
}

export function versionView(version: Version): JsonObject {
  const { workflowExternalId, createdTime, lastUpdatedTime } = version;
  return {
    workflowExternalId,
    version: version.version,
    workflowDefinition: definitionView(version.definition),
    createdTime,
    lastUpdatedTime,
  };
}

export function executionView(execution: ExecutionSummary): JsonObject {
  return {
    id: execution.id,
    workflowExternalId: execution.workflowExternalId,
    version: execution.version,
    status: execution.status,
    engineExecutionId: execution.engineExecutionId,
    createdTime: execution.createdTime,
    startTime: execution.startTime,
    endTime: execution.endTime,
    reasonForIncompletion: execution.reason,
    metadata: execution.metadata,
  };
}

/** A copy: reads may keep showing it while the execution changes. */
export function detailsView(machine: Machine, execution: Execution): JsonObject {
  return {
    ...executionView(execution),
    workflowDefinition: definitionView(execution.definition),
    executedTasks: execution.runs.map((run) => taskView(machine, run)),
    input: copyJson(execution.input),
  };
}

export function taskView(machine: Machine, run: TaskRun): JsonObject {
  const parent = run.scope.container?.def.externalId ?? null;
  return {
    id: run.id,
    externalId: run.def.externalId,
    status: run.status,
    taskType: run.def.type,
    input: copyJson(run.input),
    output: copyJson(run.output),
    parentTaskExternalId: machine.settings().namesParents ? parent : undefined,
    startTime: run.startTime,
    endTime: run.endTime,
    reasonForIncompletion: run.reason,
  };
}

export function triggerView(trigger: Trigger): JsonObject {
  return { ...trigger };
}

function definitionView({ hash, description, tasks }: Version['definition']): JsonObject {
  return { hash, description, tasks: tasks.map((task) => copyJson(task.source)) };
}
