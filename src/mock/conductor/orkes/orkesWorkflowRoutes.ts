import { copyJson, isObject, textOf, type Json, type JsonObject } from '../../json.ts';
import { findExecution } from '../findExecution.ts';
import { isWorkflowTerminal, type Execution } from '../model.ts';
import { empty, json, type Reply } from '../reply.ts';
import type { Route } from '../route.ts';
import { pathOf, queryFlag, readMap, readObject, type RouteRequest } from '../routeRequest.ts';
import { conflict, notFound } from '../serverError.ts';
import { readTaskResult } from '../read/readTaskResult.ts';
import { findPending, updateTask } from '../updateTask.ts';
import { workflowView } from '../workflowView.ts';
import { jump } from './jump.ts';

const only = 'orkes';
const resource = 'io.orkes.conductor.server.rest.WorkflowResource';

/** What only Orkes can do with an execution. */
export const orkesWorkflowRoutes: readonly Route[] = [
  { method: 'POST', path: '/workflow/correlated/batch', only, run: correlatedBatch },
  { method: 'POST', path: '/workflow/:id/variables', only, run: postVariables },
  { method: 'POST', path: '/workflow/:id/state', only, run: postState },
  { method: 'POST', path: '/workflow/:id/jump/:ref', only, run: postJump },
];

/** The executions of these workflows, by correlation id. */
function correlatedBatch(request: RouteRequest): Reply {
  const type = 'CorrelationIdsSearchRequest';
  const body = readObject(request, `public Map ${resource}.getWorkflows(${type})`, type);
  const names = textsOf(body['workflowNames']);
  const closed = queryFlag(request, 'includeClosed', false);
  const tasks = queryFlag(request, 'includeTasks', false);
  const { store, version } = request.engine;
  const found = [...store.executions.values()]
    .filter((one) => names.includes(one.definition.name))
    .filter((one) => closed || !isWorkflowTerminal(one.status));
  const entries = textsOf(body['correlationIds']).map((id) => {
    const mine = found.filter((one) => one.correlationId === id);
    return [id, mine.map((one) => workflowView(one, version, { tasks }))];
  });
  return json(Object.fromEntries(entries));
}

function postVariables(request: RouteRequest): Reply {
  const variables = readMap(request, `public Workflow ${resource}.updateVariables(String,Map)`);
  const execution = findRunning(request);
  setVariables(execution, variables);
  request.engine.decide(execution);
  return json(workflowView(execution, request.engine.version));
}

/** Sets variables and updates a task in one request; does not wait for what follows. */
function postState(request: RouteRequest): Reply {
  const { engine } = request;
  const type = 'WorkflowStateUpdate';
  const body = readObject(request, `public WorkflowRun ${resource}.updateState(${type})`, type);
  const execution = findRunning(request);
  if (isObject(body['variables'])) setVariables(execution, body['variables']);
  const { taskResult, taskReferenceName } = body;
  if (isObject(taskResult)) {
    const name = textOf(taskReferenceName ?? taskResult['referenceTaskName'] ?? '');
    const pending = findPending(engine, execution.workflowId, name);
    if (pending === undefined) throw notFound(`Found no running task ${name} to update`);
    const { taskId } = pending.run;
    const workflowInstanceId = execution.workflowId;
    const result = readTaskResult({ ...taskResult, taskId, workflowInstanceId }, engine.version);
    updateTask(engine, { ...result, status: result.status ?? 'IN_PROGRESS' });
  } else {
    engine.decide(execution);
  }
  const requestId = request.query.get('requestId') ?? undefined;
  return json({ requestId, ...workflowView(execution, engine.version) });
}

/** The body is the input of the task. */
function postJump(request: RouteRequest): Reply {
  const input = request.body === '' ? {} : readMap(request, `public void ${resource}.jumpToTask()`);
  const execution = findExecution(request.engine, pathOf(request, 'id'));
  jump(request.engine, execution, pathOf(request, 'ref'), input);
  return empty;
}

function findRunning(request: RouteRequest): Execution {
  const execution = findExecution(request.engine, pathOf(request, 'id'));
  if (!isWorkflowTerminal(execution.status)) return execution;
  throw conflict(`Workflow ${execution.workflowId} is ${execution.status} and cannot be updated.`);
}

function setVariables(execution: Execution, variables: JsonObject): void {
  Object.assign(execution.variables, copyJson(variables));
}

function textsOf(value: Json | undefined): readonly string[] {
  return Array.isArray(value) ? value.map(textOf) : [];
}
