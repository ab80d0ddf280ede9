import type { JsonObject } from '../../json.ts';
import { findExecution } from '../findExecution.ts';
import { pause, restart, resume, terminate } from '../lifecycle.ts';
import { retry } from '../retry.ts';
import type { Execution } from '../model.ts';
import { removeExecution } from '../removeExecution.ts';
import { json, type Reply } from '../reply.ts';
import { queryFlag, readList, type RouteRequest } from '../routeRequest.ts';
import type { Route } from '../route.ts';
import { invalid, ServerError } from '../serverError.ts';
import { latestDefinition } from '../startWorkflow.ts';
import { workflowView } from '../workflowView.ts';

const resource = 'com.netflix.conductor.rest.controllers.WorkflowBulkResource';

/** The lifecycle operations for many executions; errors are listed in the answer, not thrown. */
export const bulkRoutes: readonly Route[] = [
  bulk('PUT', 'pause', 'pauseWorkflow', (_, execution) => pause(execution)),
  bulk('PUT', 'resume', 'resumeWorkflow', ({ engine }, execution) => resume(engine, execution)),
  bulk('POST', 'restart', 'restart', (request, execution) => {
    const latest = queryFlag(request, 'useLatestDefinitions', false);
    const definition = latest ? latestDefinition(request.engine, execution) : undefined;
    restart(request.engine, execution, definition);
  }),
  bulk('POST', 'retry', 'retry', ({ engine }, execution) => retry(engine, execution)),
  bulk('POST', 'terminate', 'terminate', (request, execution) => {
    terminate(request.engine, execution, request.query.get('reason') ?? undefined);
  }),
  bulk('DELETE', 'remove', 'deleteWorkflow', (request, execution) => {
    removeExecution(request.engine, execution, queryFlag(request, 'archiveWorkflow', true));
  }),
  bulk('DELETE', 'terminate-remove', 'terminateRemove', (request, execution) => {
    terminate(request.engine, execution, request.query.get('reason') ?? undefined);
    removeExecution(request.engine, execution, queryFlag(request, 'archiveWorkflow', true));
  }),
  bulk('POST', 'search', 'searchWorkflow', (request, execution) =>
    workflowView(execution, request.engine.version, {
      tasks: queryFlag(request, 'includeTasks', true),
    }),
  ),
];

function bulk(
  method: Route['method'],
  path: string,
  name: string,
  act: (request: RouteRequest, execution: Execution) => JsonObject | void,
): Route {
  const run = (request: RouteRequest): Reply => {
    const signature = `public com.netflix.conductor.common.model.BulkResponse<java.lang.String> ${resource}.${name}(java.util.List<java.lang.String>)`;
    const ids = readList(request, signature, 'java.lang.String').map(String);
    checkCount(ids.length, name);
    const bulkErrorResults: Record<string, string> = {};
    const bulkSuccessfulResults: (string | JsonObject)[] = [];
    for (const id of ids) {
      try {
        const result = act(request, findExecution(request.engine, id));
        bulkSuccessfulResults.push(result ?? id);
      } catch (error) {
        if (!(error instanceof ServerError)) throw error;
        bulkErrorResults[id] = error.message;
      }
    }
    return json({ bulkErrorResults, bulkSuccessfulResults });
  };
  return { method, path: `/workflow/bulk/${path}`, run };
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
