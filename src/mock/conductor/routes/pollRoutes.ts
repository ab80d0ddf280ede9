import { queueName, queueOf } from '../domains.ts';
import { giveToWorker } from '../giveToWorker.ts';
import { isWorkflowTerminal, type TaskRun } from '../model.ts';
import { json, noContent, text, type Reply } from '../reply.ts';
import { pathOf, queryInt, queryText, readObject, type RouteRequest } from '../routeRequest.ts';
import type { Route } from '../route.ts';
import { badRequest, broken } from '../serverError.ts';
import { taskView } from '../taskView.ts';
import { readTaskResult } from '../read/readTaskResult.ts';
import { updateTask } from '../updateTask.ts';

const result = 'com.netflix.conductor.common.metadata.tasks.TaskResult';

/** The routes of workers. A person's tool must never poll: polling takes the task. */
export const pollRoutes: readonly Route[] = [
  { method: 'GET', path: '/tasks/poll/:type', run: poll },
  { method: 'GET', path: '/tasks/poll/batch/:type', run: pollBatch },
  { method: 'POST', path: '/tasks/update-v2', since: '3.21.12', run: updateV2 },
  { method: 'GET', path: '/tasks/queue/all', run: getQueues },
  { method: 'GET', path: '/tasks/queue/all/verbose', run: getQueuesVerbose },
  { method: 'GET', path: '/tasks/queue/sizes', run: getSizes },
  { method: 'GET', path: '/tasks/queue/size', run: getSize },
  { method: 'GET', path: '/tasks/queue/polldata', run: getPollData },
  { method: 'GET', path: '/tasks/queue/polldata/all', run: getAllPollData },
  { method: 'POST', path: '/tasks/queue/requeue/:type', run: requeue },
];

function poll(request: RouteRequest): Reply {
  const [run] = take(request, 1);
  return run === undefined ? noContent : json(view(request, run));
}

function pollBatch(request: RouteRequest): Reply {
  checkPollTimeout(queryInt(request, 'timeout', 100));
  return json(take(request, queryInt(request, 'count', 1)).map((run) => view(request, run)));
}

function updateV2(request: RouteRequest): Reply {
  const signature = `public org.springframework.http.ResponseEntity<com.netflix.conductor.common.metadata.tasks.Task> com.netflix.conductor.rest.controllers.TaskResource.updateTaskV2(${result})`;
  const read = readTaskResult(readObject(request, signature, result), request.engine.version);
  if (read.taskId === '' || read.workflowInstanceId === '' || read.status === undefined) {
    throw broken(`Validation failed for argument [0] in ${signature}`);
  }
  const run = request.engine.store.tasks.get(read.taskId);
  updateTask(request.engine, { ...read, status: read.status });
  const [next] = run === undefined ? [] : take(request, 1, run.taskType);
  return next === undefined ? noContent : json(view(request, next));
}

/** @throws {ServerError} 400 */
function checkPollTimeout(timeoutMs: number): void {
  if (timeoutMs > 5000) {
    throw badRequest('Long Poll Timeout value cannot be more than 5 seconds');
  }
}

/** Gives waiting tasks of a type, oldest first, to the worker that polls. */
function take(request: RouteRequest, count: number, type = pathOf(request, 'type')): TaskRun[] {
  const { engine } = request;
  const workerId = queryText(request, 'workerid');
  const domain = request.query.get('domain') ?? undefined;
  const now = engine.clock.now();
  const taken = waiting(request, queueName(type, domain)).slice(0, count);
  for (const run of taken) giveToWorker(engine, run, workerId);
  engine.store.pollData.set(domain === undefined ? type : `${type}/${domain}`, {
    queueName: type,
    domain,
    workerId,
    lastPollTime: now,
  });
  return taken;
}

function waiting(request: RouteRequest, queue: string): TaskRun[] {
  const { store, clock } = request.engine;
  const now = clock.now();
  return [...store.tasks.values()]
    .filter((run) => run.status === 'SCHEDULED' && queueOf(run) === queue && run.availableAt <= now)
    .filter((run) => isRunning(request, run));
}

function isRunning(request: RouteRequest, run: TaskRun): boolean {
  const execution = request.engine.store.executions.get(run.workflowId);
  return execution !== undefined && !isWorkflowTerminal(execution.status);
}

function view(request: RouteRequest, run: TaskRun) {
  const execution = request.engine.store.executions.get(run.workflowId);
  return taskView(run, execution, request.engine.version);
}

function sizeOf(request: RouteRequest, queue: string): number {
  return [...request.engine.store.tasks.values()].filter(
    (run) => run.status === 'SCHEDULED' && queueOf(run) === queue,
  ).length;
}

function getQueues(request: RouteRequest): Reply {
  const queues = [...request.engine.store.queues].toSorted();
  return json(Object.fromEntries(queues.map((type) => [type, sizeOf(request, type)])));
}

function getQueuesVerbose(request: RouteRequest): Reply {
  const queues = [...request.engine.store.queues];
  const entry = (type: string) => [type, { a: { size: sizeOf(request, type), uacked: 0 } }];
  return json(Object.fromEntries(queues.map(entry)));
}

function getSizes(request: RouteRequest): Reply {
  const types = request.query.getAll('taskType').flatMap((value) => value.split(','));
  return json(Object.fromEntries(types.map((type) => [type, sizeOf(request, type)])));
}

function getSize(request: RouteRequest): Reply {
  const type = request.query.get('taskType') ?? '';
  return json(sizeOf(request, queueName(type, request.query.get('domain') ?? undefined)));
}

function getPollData(request: RouteRequest): Reply {
  const type = request.query.get('taskType') ?? '';
  const all = [...request.engine.store.pollData.values()];
  return json(all.filter((data) => data.queueName === type));
}

function getAllPollData(request: RouteRequest): Reply {
  return json([...request.engine.store.pollData.values()]);
}

/** Always 0: waiting tasks are already in their queue. */
function requeue(): Reply {
  return text('0');
}
