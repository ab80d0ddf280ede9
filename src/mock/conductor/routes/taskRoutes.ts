import { copyJson } from '../../json.ts';
import { atLeast } from '../../atLeast.ts';
import { findExecution } from '../findExecution.ts';
import { isTaskTerminal, type TaskRun, type TaskStatus } from '../model.ts';
import { empty, json, noContent, text, type Reply } from '../reply.ts';
import { pathOf, readMap, readObject, readText, type RouteRequest } from '../routeRequest.ts';
import type { Route } from '../route.ts';
import { broken, invalid, notFound, type ValidationError } from '../serverError.ts';
import { taskView } from '../taskView.ts';
import { addLog, findPending, settableStatuses, toTaskResult, updateTask } from '../updateTask.ts';
import { workflowView } from '../workflowView.ts';

const resource = 'com.netflix.conductor.rest.controllers.TaskResource';
const result = 'com.netflix.conductor.common.metadata.tasks.TaskResult';

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
  { method: 'POST', path: '/tasks/:workflowId/:status/signal', since: '3.32.0', run: signal },
  {
    method: 'POST',
    path: '/tasks/:workflowId/:status/signal/sync',
    since: '3.32.0',
    run: signalSync,
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
  const read = toTaskResult(readObject(request, signature, result), engine.version);
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
  findExecution(request.engine, workflowId);
  const run = request.engine.store.tasks.get(taskId);
  if (run === undefined) throw notFound(`No such task found by id: ${taskId}`);
  if (isTaskTerminal(run.status)) return;
  throw broken(
    `Cannot invoke "${result}$Status.name()" because the return value of "${result}.getStatus()" is null`,
  );
}

function updateByRef(request: RouteRequest): Reply {
  const run = applyByRef(request, 'updateTask', 'java.lang.String', (task) => {
    const workerId = request.query.get('workerid');
    return workerId === null || workerId.trim() === '' ? task.workerId : workerId;
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
  const workerId = request.query.get('workerid') ?? undefined;
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

function readStatus(request: RouteRequest): TaskStatus {
  const status = pathOf(request, 'status');
  const known = settableStatuses(request.engine.version).find((one) => one === status);
  if (known !== undefined) return known;
  throw broken(
    `Method parameter 'status': Failed to convert value of type 'java.lang.String' to required type '${result}$Status'; Failed to convert from type [java.lang.String] to type [@org.springframework.web.bind.annotation.PathVariable ${result}$Status] for value [${status}]`,
  );
}

function signal(request: RouteRequest): Reply {
  applySignal(request, 'void', 'signalWorkflowTaskAsync');
  return empty;
}

function signalSync(request: RouteRequest): Reply {
  const returns = 'com.netflix.conductor.common.run.SignalResponse';
  const run = applySignal(request, returns, 'signalWorkflowTaskSync');
  const workflowId = run?.workflowId ?? pathOf(request, 'workflowId');
  const execution = findExecution(request.engine, workflowId);
  return json({
    responseType: 'TARGET_WORKFLOW',
    targetWorkflowId: execution.workflowId,
    targetWorkflowStatus: execution.status,
    ...workflowView(execution, request.engine.version),
  });
}

function applySignal(request: RouteRequest, returns: string, method: string) {
  const { engine } = request;
  const status = readStatus(request);
  const output = readMap(
    request,
    `public ${returns} ${resource}.${method}(java.lang.String,${result}$Status,java.util.Map<java.lang.String, java.lang.Object>)`,
  );
  const run = firstOpenWait(request, pathOf(request, 'workflowId'));
  if (run === undefined) return undefined;
  updateTask(engine, {
    workflowInstanceId: run.workflowId,
    taskId: run.taskId,
    status,
    outputData: { ...copyJson(run.outputData), ...output },
    reasonForIncompletion: run.reasonForIncompletion,
    callbackAfterSeconds: run.callbackAfterSeconds,
    workerId: run.workerId,
    subWorkflowId: run.subWorkflowId,
    logs: [],
    extendLease: false,
  });
  return run;
}

/** Finds the WAIT that a signal completes, in the execution or in a running child. */
function firstOpenWait(request: RouteRequest, workflowId: string): TaskRun | undefined {
  const execution = findExecution(request.engine, workflowId);
  for (const task of execution.tasks) {
    if (isTaskTerminal(task.status)) continue;
    if (task.taskType === 'WAIT') return task;
    if (task.subWorkflowId !== undefined) {
      const inner = firstOpenWait(request, task.subWorkflowId);
      if (inner !== undefined) return inner;
    }
  }
  return undefined;
}

function getLog(request: RouteRequest): Reply {
  const { engine } = request;
  const lines = engine.store.logs.get(pathOf(request, 'taskId'));
  if (lines !== undefined && request.index) return json(lines);
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
