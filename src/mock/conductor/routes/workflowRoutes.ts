import { textOf, type JsonObject } from '../../json.ts';
import { findExecution } from '../findExecution.ts';
import { pause, resetCallbacks, restart, resume, terminate } from '../lifecycle.ts';
import { rerun } from '../rerun.ts';
import { retry } from '../retry.ts';
import { skip } from '../skip.ts';
import { isWorkflowTerminal, type Execution } from '../model.ts';
import { generatedIds } from '../search/generatedExecutions.ts';
import { removeExecution } from '../removeExecution.ts';
import { empty, json, noContent, text, type Reply } from '../reply.ts';
import {
  pathOf,
  queryFlag,
  queryInt,
  readList,
  readObject,
  type RouteRequest,
} from '../routeRequest.ts';
import type { Route } from '../route.ts';
import { latestDefinition } from '../startWorkflow.ts';
import { taskView } from '../taskView.ts';
import { workflowView } from '../workflowView.ts';

const resource = 'com.netflix.conductor.rest.controllers.WorkflowResource';

/** Reading executions and changing their lifecycle. */
export const workflowRoutes: readonly Route[] = [
  { method: 'GET', path: '/workflow/:id', run: getWorkflow },
  { method: 'GET', path: '/workflow/:id/tasks', since: '3.22.0', run: getTasks },
  { method: 'GET', path: '/workflow/:id/status', since: '3.31.2', run: getStatus },
  { method: 'GET', path: '/workflow/running/:name', run: getRunning },
  { method: 'GET', path: '/workflow/:name/correlated/:correlationId', run: getCorrelated },
  { method: 'POST', path: '/workflow/:name/correlated', run: postCorrelated },
  { method: 'PUT', path: '/workflow/:id/pause', run: of((_, execution) => pause(execution)) },
  {
    method: 'PUT',
    path: '/workflow/:id/resume',
    run: of(({ engine }, execution) => resume(engine, execution)),
  },
  {
    method: 'POST',
    path: '/workflow/:id/retry',
    run: of(({ engine }, execution) => retry(engine, execution), noContent),
  },
  {
    method: 'POST',
    path: '/workflow/:id/restart',
    run: of((request, execution) => {
      const latest = queryFlag(request, 'useLatestDefinitions', false);
      const definition = latest ? latestDefinition(request.engine, execution) : undefined;
      restart(request.engine, execution, definition);
    }, noContent),
  },
  { method: 'POST', path: '/workflow/:id/rerun', run: postRerun },
  {
    method: 'POST',
    path: '/workflow/:id/resetcallbacks',
    run: of(({ engine }, execution) => resetCallbacks(engine, execution), noContent),
  },
  {
    method: 'PUT',
    path: '/workflow/decide/:id',
    run: of(({ engine }, execution) => engine.decide(execution)),
  },
  {
    method: 'PUT',
    path: '/workflow/:id/skiptask/:ref',
    run: of((request, execution) => skip(request.engine, execution, pathOf(request, 'ref'))),
  },
  {
    method: 'DELETE',
    path: '/workflow/:id',
    run: of((request, execution) => terminate(request.engine, execution, reasonOf(request))),
  },
  {
    method: 'DELETE',
    path: '/workflow/:id/remove',
    run: of((request, execution) => {
      removeExecution(request.engine, execution, queryFlag(request, 'archiveWorkflow', true));
    }),
  },
  {
    method: 'DELETE',
    path: '/workflow/:id/terminate-remove',
    since: '3.21.0',
    run: of((request, execution) => {
      terminate(request.engine, execution, reasonOf(request));
      removeExecution(request.engine, execution, queryFlag(request, 'archiveWorkflow', true));
    }),
  },
];

/** A route that acts on the execution in its path. */
function of(act: (request: RouteRequest, execution: Execution) => void, reply: Reply = empty) {
  return (request: RouteRequest): Reply => {
    act(request, findExecution(request.engine, pathOf(request, 'id')));
    return reply;
  };
}

function reasonOf(request: RouteRequest): string | undefined {
  return request.query.get('reason') ?? undefined;
}

function getWorkflow(request: RouteRequest): Reply {
  const execution = findExecution(request.engine, pathOf(request, 'id'));
  const tasks = queryFlag(request, 'includeTasks', true);
  return json(workflowView(execution, request.engine.version, { tasks }));
}

function getTasks(request: RouteRequest): Reply {
  const { engine } = request;
  const execution = findExecution(engine, pathOf(request, 'id'));
  const start = queryInt(request, 'start', 0);
  const count = queryInt(request, 'count', 15);
  const statuses = request.query.getAll('status').flatMap((value) => value.split(','));
  const tasks = execution.tasks
    .toSorted((a, b) => a.seq - b.seq)
    .filter((task) => statuses.length === 0 || statuses.includes(task.status));
  return json({
    totalHits: tasks.length,
    results: tasks
      .slice(start, start + count)
      .map((task) => taskView(task, execution, engine.version)),
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

/** The SQLite store ignores the requested version. */
function getRunning(request: RouteRequest): Reply {
  queryInt(request, 'version', 1);
  const name = pathOf(request, 'name');
  const { store, generated } = request.engine;
  const isHit = (one: Execution) => one.definition.name === name && !isWorkflowTerminal(one.status);
  const stored = [...store.executions.values()].filter(isHit).map((one) => one.workflowId);
  return json(generated ? [...stored, ...generatedIds(generated, isHit)] : stored);
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
  const body = readObject(request, signature, type);
  const execution = findExecution(request.engine, pathOf(request, 'id'));
  rerun(request.engine, execution, body);
  return text(execution.workflowId);
}
