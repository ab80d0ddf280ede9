import type { Execution } from '../model.ts';
import { readStart } from '../read/readStart.ts';
import { text, type Reply } from '../reply.ts';
import {
  optionalInt,
  pathOf,
  queryInt,
  queryText,
  readMap,
  readObject,
  type RouteRequest,
} from '../routeRequest.ts';
import type { Route } from '../route.ts';
import { invalid, notFound } from '../serverError.ts';
import { startWorkflow } from '../startWorkflow.ts';
import { findDefinition } from '../store.ts';

const resource = 'com.netflix.conductor.rest.controllers.WorkflowResource';
const startType = 'com.netflix.conductor.common.metadata.workflow.StartWorkflowRequest';

/** Starting executions. */
export const startRoutes: readonly Route[] = [
  { method: 'POST', path: '/workflow', run: startByRequest },
  { method: 'POST', path: '/workflow/:name', run: startByName },
];

function startByRequest(request: RouteRequest): Reply {
  const signature = `public java.lang.String ${resource}.startWorkflow(${startType})`;
  return text(startFromBody(request, signature).workflowId);
}

function startByName(request: RouteRequest): Reply {
  const version = optionalInt(request, 'version');
  const priority = queryInt(request, 'priority', 0);
  const input = readMap(
    request,
    `public java.lang.String ${resource}.startWorkflow(java.lang.String,java.lang.Integer,java.lang.String,int,java.util.Map<java.lang.String, java.lang.Object>)`,
  );
  if (priority < 0 || priority > 99) {
    const message =
      priority < 0 ? '0 is the minimum priority value' : '99 is the maximum priority value';
    throw invalid({ path: 'startWorkflow.arg3', message, invalidValue: String(priority) });
  }
  const execution = startWorkflow(request.engine, {
    name: pathOf(request, 'name'),
    version,
    input,
    correlationId: queryText(request, 'correlationId'),
    priority,
  });
  return text(execution.workflowId);
}

/**
 * Starts what the body asks for; a name and a version in the path replace those of the body.
 * @throws {ServerError} 404 for an unknown definition
 */
export function startFromBody(
  request: RouteRequest,
  signature: string,
  named: { readonly name?: string; readonly version?: number | undefined } = {},
): Execution {
  const { engine } = request;
  const body = { ...readObject(request, signature, startType), ...named };
  const { options, failure } = readStart(body, engine.version);
  const { name, version, workflowDef } = options;
  if (workflowDef === undefined && findDefinition(engine.store, name, version) === undefined) {
    throw notFound(`No such workflow defined. name=${name}, version=${version ?? 'null'}`);
  }
  if (failure !== undefined) throw failure;
  return startWorkflow(engine, options);
}
