import { copyJson, type JsonObject } from '../../json.ts';
import { findExecution } from '../findExecution.ts';
import { isWorkflowTerminal, type Execution, type TaskRun } from '../model.ts';
import { empty, json, type Reply } from '../reply.ts';
import type { Route } from '../route.ts';
import { pathOf, readMap, type RouteRequest } from '../routeRequest.ts';
import { broken } from '../serverError.ts';
import { updateTask } from '../updateTask.ts';

/**
 * The answers to an agent that waits for a person: a HUMAN task whose input names the tool, its
 * parameters and the schema of the answer.
 */
export const agentRoutes: readonly Route[] = [
  { method: 'GET', path: '/agent/:id/status', since: '3.31.2', run: getStatus },
  { method: 'POST', path: '/agent/:id/respond', since: '3.31.2', run: respond },
];

const controller = 'org.conductoross.conductor.ai.agentspan.runtime.controller.AgentController';

function getStatus(request: RouteRequest): Reply {
  const execution = findExecution(request.engine, pathOf(request, 'id'));
  const isComplete = isWorkflowTerminal(execution.status);
  const waiting = firstOpen(execution, ['HUMAN', 'PULL_WORKFLOW_MESSAGES']);
  return json({
    executionId: execution.workflowId,
    status: execution.status,
    isComplete,
    isRunning: execution.status === 'RUNNING',
    output: isComplete ? execution.output : undefined,
    reasonForIncompletion: execution.reasonForIncompletion,
    ...(waiting === undefined ? {} : { pendingTool: pendingTool(waiting), isWaiting: true }),
  });
}

function pendingTool({ referenceTaskName, inputData }: TaskRun): JsonObject {
  return {
    taskRefName: referenceTaskName,
    tool_name: inputData['tool_name'] ?? null,
    parameters: inputData['parameters'] ?? null,
    response_schema: inputData['response_schema'],
    response_ui_schema: inputData['response_ui_schema'],
  };
}

/** Completes the first open HUMAN task, whichever the caller means. */
function respond(request: RouteRequest): Reply {
  const { engine } = request;
  const output = readMap(
    request,
    `public void ${controller}.respond(java.lang.String,java.util.Map<java.lang.String, java.lang.Object>)`,
  );
  const execution = findExecution(engine, pathOf(request, 'id'));
  const run = firstOpen(execution, ['HUMAN']);
  if (run === undefined) {
    throw broken(`No pending HUMAN task found in execution ${execution.workflowId}`);
  }
  updateTask(engine, {
    workflowInstanceId: execution.workflowId,
    taskId: run.taskId,
    status: 'COMPLETED',
    outputData: { ...copyJson(run.outputData), ...output },
    reasonForIncompletion: undefined,
    callbackAfterSeconds: 0,
    workerId: undefined,
    subWorkflowId: undefined,
    logs: [],
    extendLease: false,
  });
  return empty;
}

function firstOpen({ tasks }: Execution, types: readonly string[]): TaskRun | undefined {
  return tasks.find((run) => run.status === 'IN_PROGRESS' && types.includes(run.taskType));
}
