import { textOf, type JsonObject } from '../../json.ts';
import { requirePayloads } from '../payloads.ts';
import { findExecution } from '../findExecution.ts';
import type { Engine } from '../engine.ts';
import { pause, resetCallbacks, resume } from '../lifecycle.ts';
import { readRerun, rerun } from '../rerun.ts';
import { readSkip } from '../read/readSkip.ts';
import { skip } from '../skip.ts';
import { isWorkflowTerminal, type Execution } from '../model.ts';
import { generatedIds } from '../search/generatedExecutions.ts';
import { empty, json, noContent, text, type Reply } from '../reply.ts';
import {
  optionalInt,
  pathOf,
  queryFlag,
  queryInt,
  readList,
  readObject,
  type RouteRequest,
} from '../routeRequest.ts';
import type { Route } from '../route.ts';
import { subList } from '../subList.ts';
import { taskView } from '../taskView.ts';
import { workflowView } from '../workflowView.ts';
import {
  removeOf,
  restartOf,
  retryOf,
  terminateOf,
  terminateRemoveOf,
  type Act,
  type ActOf,
} from './actions.ts';

const resource = 'com.netflix.conductor.rest.controllers.WorkflowResource';

/** Reading executions and changing their lifecycle. */
export const workflowRoutes: readonly Route[] = [
  { method: 'GET', path: '/workflow/:id', run: getWorkflow },
  { method: 'GET', path: '/workflow/:id/tasks', since: '3.22.0', run: getTasks },
  { method: 'GET', path: '/workflow/:id/status', since: '3.31.2', run: getStatus },
  { method: 'GET', path: '/workflow/running/:name', run: getRunning },
  { method: 'GET', path: '/workflow/:name/correlated/:correlationId', run: getCorrelated },
  { method: 'POST', path: '/workflow/:name/correlated', run: postCorrelated },
  { method: 'PUT', path: '/workflow/:id/pause', run: of(() => pause) },
  { method: 'PUT', path: '/workflow/:id/resume', run: of(() => resume) },
  { method: 'POST', path: '/workflow/:id/retry', run: of(retryOf, noContent) },
  { method: 'POST', path: '/workflow/:id/restart', run: of(restartOf, noContent) },
  { method: 'POST', path: '/workflow/:id/rerun', run: postRerun },
  {
    method: 'POST',
    path: '/workflow/:id/resetcallbacks',
    run: of(() => resetCallbacks, noContent),
  },
  { method: 'PUT', path: '/workflow/decide/:id', run: of(() => decide) },
  { method: 'PUT', path: '/workflow/:id/skiptask/:ref', run: of(skipOf) },
  { method: 'DELETE', path: '/workflow/:id', run: of(terminateOf) },
  { method: 'DELETE', path: '/workflow/:id/remove', run: of(removeOf) },
  {
    method: 'DELETE',
    path: '/workflow/:id/terminate-remove',
    since: '3.21.0',
    run: of(terminateRemoveOf),
  },
];

/** A route that acts on the execution in its path. The parameters are read before it is looked for. */
function of(actOf: ActOf, reply: Reply = empty) {
  return (request: RouteRequest): Reply => {
    const act = actOf(request);
    const execution = findExecution(request.engine, pathOf(request, 'id'));
    requirePayloads(execution);
    act(request.engine, execution);
    return reply;
  };
}

function decide(engine: Engine, execution: Execution): void {
  engine.decide(execution);
}

function skipOf(request: RouteRequest): Act {
  const skipped = readSkip(request.query);
  const name = pathOf(request, 'ref');
  return (engine, execution) => skip(engine, execution, name, skipped);
}

function getWorkflow(request: RouteRequest): Reply {
  const execution = findExecution(request.engine, pathOf(request, 'id'));
  const tasks = queryFlag(request, 'includeTasks', true);
  return json(workflowView(execution, request.engine.version, { tasks }));
}

function getTasks(request: RouteRequest): Reply {
  const { engine } = request;
  const execution = findExecution(engine, pathOf(request, 'id'));
  const start = queryInt(request, 'start', 0, 'java.lang.Integer');
  const count = queryInt(request, 'count', 15, 'java.lang.Integer');
  const statuses = request.query
    .getAll('status')
    .flatMap((value) => value.split(','))
    .filter((value) => value !== '')
    .map((value) => value.toUpperCase());
  const tasks = execution.tasks
    .toSorted((a, b) => a.seq - b.seq)
    .filter((task) => statuses.length === 0 || statuses.includes(task.status));
  return json({
    totalHits: tasks.length,
    results: subList(tasks, start, count).map((task) => taskView(task, execution, engine.version)),
  });
}

function getStatus(request: RouteRequest): Reply {
  const execution = findExecution(request.engine, pathOf(request, 'id'));
  return json({
    workflowId: execution.workflowId,
    correlationId: execution.correlationId,
    output: queryFlag(request, 'includeOutput', false) ? execution.output : undefined,
    variables: queryFlag(request, 'includeVariables', false) ? execution.variables : undefined,
    status: execution.status,
  });
}

/** The SQLite store ignores the requested version; a time of 0 is none. */
function getRunning(request: RouteRequest): Reply {
  queryInt(request, 'version', 1);
  const from = optionalInt(request, 'startTime', 'java.lang.Long') ?? 0;
  const to = optionalInt(request, 'endTime', 'java.lang.Long') ?? 0;
  const name = pathOf(request, 'name');
  const { store, generated } = request.engine;
  const isNamed = (one: Execution) =>
    one.definition.name === name && !isWorkflowTerminal(one.status);
  const isInTime = (one: Execution) =>
    from === 0 || to === 0 || (one.createTime >= from && one.createTime <= to);
  const stored = [...store.executions.values()].filter((one) => isNamed(one) && isInTime(one));
  const ids = stored.map((one) => one.workflowId);
  const isAnyTime = from === 0 || to === 0;
  return json(generated && isAnyTime ? [...ids, ...generatedIds(generated, isNamed)] : ids);
}

function getCorrelated(request: RouteRequest): Reply {
  return json(correlated(request, pathOf(request, 'correlationId')));
}

function postCorrelated(request: RouteRequest): Reply {
  const ids = readList(
    request,
    `public java.util.Map<java.lang.String, java.util.List<com.netflix.conductor.common.run.Workflow>> ${resource}.getWorkflows(java.lang.String,boolean,boolean,java.util.List<java.lang.String>)`,
    'java.lang.String',
  );
  return json(Object.fromEntries(ids.map(textOf).map((id) => [id, correlated(request, id)])));
}

function correlated(request: RouteRequest, correlationId: string): JsonObject[] {
  const closed = queryFlag(request, 'includeClosed', false);
  const tasks = queryFlag(request, 'includeTasks', false);
  const name = pathOf(request, 'name');
  return [...request.engine.store.executions.values()]
    .filter((one) => one.definition.name === name && one.correlationId === correlationId)
    .filter((one) => closed || !isWorkflowTerminal(one.status))
    .map((one) => workflowView(one, request.engine.version, { tasks }));
}

function postRerun(request: RouteRequest): Reply {
  const type = 'com.netflix.conductor.common.metadata.workflow.RerunWorkflowRequest';
  const signature = `public java.lang.String ${resource}.rerun(java.lang.String,${type})`;
  const asked = readRerun(readObject(request, signature, type));
  const execution = findExecution(request.engine, pathOf(request, 'id'));
  rerun(request.engine, execution, asked);
  return text(execution.workflowId);
}
