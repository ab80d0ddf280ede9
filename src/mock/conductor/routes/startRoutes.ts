import { isObject, toNumber, type JsonObject } from '../../json.ts';
import { json, text, type Reply } from '../reply.ts';
import {
  optionalInt,
  pathOf,
  queryInt,
  readMap,
  readObject,
  type RouteRequest,
} from '../routeRequest.ts';
import type { Route } from '../route.ts';
import { invalid, notFound } from '../serverError.ts';
import { startWorkflow } from '../startWorkflow.ts';
import { findDefinition } from '../store.ts';
import { workflowView } from '../workflowView.ts';

const resource = 'com.netflix.conductor.rest.controllers.WorkflowResource';
const startType = 'com.netflix.conductor.common.metadata.workflow.StartWorkflowRequest';

/** Starting executions. */
export const startRoutes: readonly Route[] = [
  { method: 'POST', path: '/workflow', run: startByRequest },
  { method: 'POST', path: '/workflow/:name', run: startByName },
  {
    method: 'POST',
    path: '/workflow/execute/:name/:version',
    since: '3.21.23',
    run: execute,
  },
];

function startByRequest(request: RouteRequest): Reply {
  return text(startFromBody(request, 'startWorkflow').workflowId);
}

function startByName(request: RouteRequest): Reply {
  const version = optionalInt(request, 'version');
  const priority = queryInt(request, 'priority', 0);
  const input = readMap(
    request,
    `public java.lang.String ${resource}.startWorkflow(java.lang.String,java.lang.Integer,java.lang.String,int,java.util.Map<java.lang.String, java.lang.Object>)`,
  );
  const execution = startWorkflow(request.engine, {
    name: pathOf(request, 'name'),
    version,
    input,
    correlationId: request.query.get('correlationId') ?? undefined,
    priority,
  });
  return text(execution.workflowId);
}

/** Answers at once; the mock does not wait for the workflow. */
function execute(request: RouteRequest): Reply {
  const execution = startFromBody(request, 'executeWorkflow', {
    name: pathOf(request, 'name'),
    version: Number(pathOf(request, 'version')),
  });
  return json({
    responseType: 'TARGET_WORKFLOW',
    targetWorkflowId: execution.workflowId,
    targetWorkflowStatus: execution.status,
    requestId: request.query.get('requestId') ?? undefined,
    ...workflowView(execution, request.engine.version),
  });
}

function startFromBody(
  request: RouteRequest,
  method: string,
  named?: { readonly name: string; readonly version: number },
) {
  const { engine } = request;
  const signature = `public java.lang.String ${resource}.${method}(${startType})`;
  const body = readObject(request, signature, startType);
  const name = named?.name ?? textAt(body, 'name') ?? '';
  if (name === '') {
    const message = 'Workflow name cannot be null or empty';
    throw invalid({ path: 'startWorkflow.arg0.name', message });
  }
  const version = named?.version ?? versionOf(body);
  const workflowDef = objectAt(body, 'workflowDef');
  if (workflowDef === undefined && findDefinition(engine.store, name, version) === undefined) {
    throw notFound(`No such workflow defined. name=${name}, version=${version ?? 'null'}`);
  }
  return startWorkflow(engine, {
    name,
    version,
    input: objectAt(body, 'input') ?? {},
    correlationId: textAt(body, 'correlationId'),
    priority: toNumber(body['priority'] ?? 0),
    workflowDef,
    taskToDomain: objectAt(body, 'taskToDomain'),
  });
}

function versionOf(body: JsonObject): number | undefined {
  const { version } = body;
  return version === undefined || version === null ? undefined : toNumber(version);
}

function textAt(body: JsonObject, key: string): string | undefined {
  const value = body[key];
  return typeof value === 'string' ? value : undefined;
}

function objectAt(body: JsonObject, key: string): JsonObject | undefined {
  const value = body[key];
  return isObject(value) ? value : undefined;
}
