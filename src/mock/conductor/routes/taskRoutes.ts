import { copyJson, toNumber } from '../../json.ts';
import { atLeast } from '../../atLeast.ts';
import { requirePayloads } from '../payloads.ts';
import { findExecution } from '../findExecution.ts';
import { isTaskTerminal, type TaskRun } from '../model.ts';
import { empty, json, noContent, text, type Reply } from '../reply.ts';
import {
  pathOf,
  queryText,
  readMap,
  readObject,
  readText,
  type RouteRequest,
} from '../routeRequest.ts';
import type { Route } from '../route.ts';
import { broken, invalid, notFound, type ValidationError } from '../serverError.ts';
import { taskView } from '../taskView.ts';
import { readTaskResult } from '../read/readTaskResult.ts';
import { addLog, findPending, updateTask } from '../updateTask.ts';
import { readStatus, resource, result } from './readStatus.ts';
import { workflowView } from '../workflowView.ts';

/** Reading and updating single tasks. */
export const taskRoutes: readonly Route[] = [
  { method: 'GET', path: '/tasks/:taskId', run: getTask },
  { method: 'POST', path: '/tasks', run: update },
  { method: 'POST', path: '/tasks/:workflowId/:ref/:status', since: '3.16.0', run: updateByRef },
  {
    method: 'POST',
    path: '/tasks/:workflowId/:ref/:status/sync',
    since: '3.21.12',
    run: updateByRefSync,
  },
  { method: 'GET', path: '/tasks/:taskId/log', run: getLog },
  { method: 'POST', path: '/tasks/:taskId/log', run: postLog },
];

function getTask(request: RouteRequest): Reply {
  const { engine } = request;
  const taskId = pathOf(request, 'taskId');
  const run = engine.store.tasks.get(taskId);
  if (run !== undefined) {
    const execution = engine.store.executions.get(run.workflowId);
    return json(taskView(run, execution, engine.version));
  }
  if (!atLeast(engine.version, '3.21.20')) return noContent;
  throw notFound(`Task not found for taskId: ${taskId}`);
}

function update(request: RouteRequest): Reply {
  const { engine } = request;
  const signature = `public java.lang.String ${resource}.updateTask(${result})`;
  const read = readTaskResult(readObject(request, signature, result), engine.version);
  const errors: ValidationError[] = [];
  if (read.taskId === '') {
    errors.push({ path: 'updateTask.arg0.taskId', message: 'Task ID cannot be null or empty' });
  }
  if (read.workflowInstanceId === '') {
    const message = 'Workflow Id cannot be null or empty';
    errors.push({ path: 'updateTask.arg0.workflowInstanceId', message });
  }
  if (errors.length > 0) throw invalid(...errors);
  const { status } = read;
  if (status === undefined) requireStatus(request, read.taskId, read.workflowInstanceId);
  else updateTask(engine, { ...read, status });
  return text(read.taskId);
}

/** The server checks the status last: an ended task is ignored without an error. */
function requireStatus(request: RouteRequest, taskId: string, workflowId: string): void {
  requirePayloads(findExecution(request.engine, workflowId));
  const run = request.engine.store.tasks.get(taskId);
  if (run === undefined) throw notFound(`No such task found by id: ${taskId}`);
  if (isTaskTerminal(run.status)) return;
  throw broken(
    `Cannot invoke "${result}$Status.name()" because the return value of "${result}.getStatus()" is null`,
  );
}

function updateByRef(request: RouteRequest): Reply {
  const run = applyByRef(request, 'updateTask', 'java.lang.String', (task) => {
    const workerId = queryText(request, 'workerid') ?? '';
    return workerId.trim() === '' ? task.workerId : workerId;
  });
  if (run !== undefined) return text(run.taskId);
  if (request.isOrkes) throw noPendingTask(request);
  return empty;
}

function noPendingTask(request: RouteRequest): Error {
  return notFound(
    `Found no running task ${pathOf(request, 'ref')} of workflow ${pathOf(request, 'workflowId')} to update`,
  );
}

function updateByRefSync(request: RouteRequest): Reply {
  const workflow = 'com.netflix.conductor.common.run.Workflow';
  const workerId = queryText(request, 'workerid');
  const run = applyByRef(request, 'updateTaskSync', workflow, () => workerId);
  if (run === undefined) throw noPendingTask(request);
  const execution = findExecution(request.engine, run.workflowId);
  return json(workflowView(execution, request.engine.version));
}

/** Merges the body into the output of the open task with this reference name and updates it. */
function applyByRef(
  request: RouteRequest,
  method: string,
  returns: string,
  workerOf: (task: TaskRun) => string | undefined,
): TaskRun | undefined {
  const { engine } = request;
  const status = readStatus(request);
  const output = readMap(
    request,
    `public ${returns} ${resource}.${method}(java.lang.String,java.lang.String,${result}$Status,java.lang.String,java.util.Map<java.lang.String, java.lang.Object>)`,
  );
  const workflowId = pathOf(request, 'workflowId');
  const found = findPending(engine, workflowId, pathOf(request, 'ref'));
  if (found === undefined) return undefined;
  const { run } = found;
  updateTask(engine, {
    workflowInstanceId: workflowId,
    taskId: run.taskId,
    status,
    outputData: { ...copyJson(run.outputData), ...output },
    reasonForIncompletion: run.reasonForIncompletion,
    callbackAfterSeconds: run.callbackAfterSeconds,
    workerId: workerOf(run),
    subWorkflowId: run.subWorkflowId,
    logs: [],
    extendLease: false,
  });
  return run;
}

function getLog(request: RouteRequest): Reply {
  const { engine } = request;
  const lines = engine.store.logs.get(pathOf(request, 'taskId'));
  if (lines !== undefined && request.index) {
    return json(lines.toSorted((a, b) => toNumber(a.createdTime) - toNumber(b.createdTime)));
  }
  if (atLeast(engine.version, '3.21.23')) return noContent;
  if (atLeast(engine.version, '3.21.20')) {
    throw notFound(`Task logs not found for taskId: ${pathOf(request, 'taskId')}`);
  }
  return json([]);
}

function postLog(request: RouteRequest): Reply {
  const signature = `public void ${resource}.log(java.lang.String,java.lang.String)`;
  const { engine } = request;
  const log = readText(request, signature);
  addLog(engine, pathOf(request, 'taskId'), { log, createdTime: engine.clock.now() });
  return empty;
}
