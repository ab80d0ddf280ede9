import type { Json, JsonObject } from '../../json.ts';
import type { Engine } from '../engine.ts';
import { findExecution } from '../findExecution.ts';
import { asText } from '../read/javaFields.ts';
import { pause, resume } from '../lifecycle.ts';
import { retry } from '../retry.ts';
import type { Execution } from '../model.ts';
import { json, type Reply } from '../reply.ts';
import { queryFlag, readList, type RouteRequest } from '../routeRequest.ts';
import type { Route } from '../route.ts';
import { broken, invalid, ServerError } from '../serverError.ts';
import { workflowView } from '../workflowView.ts';
import { removeOf, restartOf, terminateOf, terminateRemoveOf } from './actions.ts';

const resource = 'com.netflix.conductor.rest.controllers.WorkflowBulkResource';

/** The lifecycle operations for many executions; errors are listed in the answer, not thrown. */
export const bulkRoutes: readonly Route[] = [
  bulk('PUT', 'pause', 'pauseWorkflow', () => pause),
  bulk('PUT', 'resume', 'resumeWorkflow', () => resume),
  bulk('POST', 'restart', 'restart', restartOf),
  bulk('POST', 'retry', 'retry', () => retry),
  bulk('POST', 'terminate', 'terminate', terminateOf),
  bulk('DELETE', 'remove', 'deleteWorkflow', removeOf),
  bulk('DELETE', 'terminate-remove', 'terminateRemove', terminateRemoveOf),
  bulk('POST', 'search', 'searchWorkflow', (request) => {
    const tasks = queryFlag(request, 'includeTasks', true);
    return (engine, execution) => workflowView(execution, engine.version, { tasks });
  }),
];

type BulkAct = (engine: Engine, execution: Execution) => JsonObject | void;

function bulk(
  method: Route['method'],
  path: string,
  name: string,
  actOf: (request: RouteRequest) => BulkAct,
): Route {
  const run = (request: RouteRequest): Reply => {
    const { engine } = request;
    const signature = `public com.netflix.conductor.common.model.BulkResponse<java.lang.String> ${resource}.${name}(java.util.List<java.lang.String>)`;
    const ids = readList(request, signature, 'java.lang.String').map(idOf);
    const act = actOf(request);
    checkCount(ids.length, name);
    const bulkErrorResults: Record<string, string> = {};
    const bulkSuccessfulResults: (string | JsonObject)[] = [];
    for (const id of ids) {
      try {
        const result = act(engine, findExecution(engine, id ?? ''));
        bulkSuccessfulResults.push(result ?? id ?? '');
        // The server counts the two halves of this action one by one.
        if (name === 'terminateRemove') bulkSuccessfulResults.push(id ?? '');
      } catch (error) {
        if (!(error instanceof ServerError)) throw error;
        bulkErrorResults[id ?? ''] = error.message;
      }
    }
    if (ids.includes(undefined)) throw nullKey;
    return json({ bulkErrorResults, bulkSuccessfulResults });
  };
  return { method, path: `/workflow/bulk/${path}`, run };
}

/** The server does the other ids, and then fails to print the error for this one. */
const nullKey = broken(
  'Could not write JSON: Null key for a Map not allowed in JSON (use a converting NullKeySerializer?)',
);

function idOf(item: Json): string | undefined {
  return item === null ? undefined : asText(item);
}

function checkCount(count: number, name: string): void {
  if (count === 0) {
    throw invalid({ path: `${name}.arg0`, message: 'WorkflowIds list cannot be null.' });
  }
  if (count > 1000) {
    throw invalid({
      path: `${name}.arg0`,
      message: 'Cannot process more than 1000 workflows. Please use multiple requests.',
    });
  }
}
