import type { JsonObject } from '../json.ts';
import type { Execution } from './model.ts';
import { taskView } from './taskView.ts';

/** An execution as GET /workflow/{id} prints it. */
export function workflowView(
  execution: Execution,
  version: string,
  options: { readonly tasks: boolean } = { tasks: true },
): JsonObject {
  const { definition } = execution;
  const tasks = options.tasks ? execution.tasks.toSorted((a, b) => a.seq - b.seq) : [];
  return {
    ownerApp: '',
    createTime: execution.createTime,
    updateTime: execution.updateTime,
    status: execution.status,
    endTime: execution.endTime,
    workflowId: execution.workflowId,
    parentWorkflowId: execution.parentWorkflowId,
    parentWorkflowTaskId: execution.parentWorkflowTaskId,
    tasks: tasks.map((task) => taskView(task, execution, version)),
    input: execution.input,
    output: execution.output,
    correlationId: execution.correlationId,
    reRunFromWorkflowId: execution.reRunFromWorkflowId,
    reasonForIncompletion: execution.reasonForIncompletion,
    taskToDomain: execution.taskToDomain,
    failedReferenceTaskNames: execution.failedReferenceTaskNames,
    // The server uses one map for the variables of the definition and of the execution.
    workflowDefinition: { ...definition, variables: execution.variables },
    priority: execution.priority,
    variables: execution.variables,
    lastRetriedTime: execution.lastRetriedTime,
    failedTaskNames: execution.failedTaskNames,
    history: [],
    rateLimited: false,
    startTime: execution.startTime,
    workflowName: definition.name,
    workflowVersion: definition.version,
  };
}
