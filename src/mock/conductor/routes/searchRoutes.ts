import type { JsonObject } from '../../json.ts';
import { atLeast } from '../../atLeast.ts';
import type { Execution, TaskRun } from '../model.ts';
import { json, type Reply } from '../reply.ts';
import { queryFlag, queryInt, type RouteRequest } from '../routeRequest.ts';
import type { Route } from '../route.ts';
import type { SearchRequest } from '../search/readSearch.ts';
import { searchExecutions, searchTasks, type Hits } from '../search/searchExecutions.ts';
import { taskSummary, workflowSummary } from '../search/workflowSummary.ts';
import { broken, invalid } from '../serverError.ts';
import { taskView } from '../taskView.ts';
import { workflowView } from '../workflowView.ts';

/** Searches for executions and tasks: summaries, and full records (-v2). */
export const searchRoutes: readonly Route[] = [
  { method: 'GET', path: '/workflow/search', run: searchWorkflows },
  { method: 'GET', path: '/workflow/search-v2', run: full(searchWorkflowsV2) },
  { method: 'GET', path: '/workflow/search-by-tasks', run: searchByTasks },
  { method: 'GET', path: '/workflow/search-by-tasks-v2', run: full(searchByTasksV2) },
  { method: 'GET', path: '/tasks/search', run: searchTaskSummaries },
  { method: 'GET', path: '/tasks/search-v2', run: full(searchTasksV2) },
];

const noHits = { totalHits: 0, results: [] };

function read(request: RouteRequest, method: string): SearchRequest {
  const size = queryInt(request, 'size', 100);
  if (size > 5000 && method !== '') {
    throw invalid({
      path: `${method}.arg1`,
      message: 'Cannot return more than 5000 workflows. Please use pagination.',
      invalidValue: String(size),
    });
  }
  return {
    start: queryInt(request, 'start', 0),
    size,
    sort: request.query.get('sort') ?? '',
    freeText: request.query.get('freeText') ?? '*',
    query: request.query.get('query') ?? '',
    topLevelOnly:
      atLeast(request.engine.version, '3.31.2') && queryFlag(request, 'topLevelOnly', false),
  };
}

/**
 * SQLite's index cannot search for full records before 3.30: the server fails with a null pointer.
 */
function full(run: (request: RouteRequest) => Reply) {
  return (request: RouteRequest): Reply => {
    if (request.index && !atLeast(request.engine.version, '3.30.0')) {
      throw broken(
        'Cannot invoke "com.netflix.conductor.common.run.SearchResult.getResults()" because "result" is null',
      );
    }
    return run(request);
  };
}

function reply<T>(hits: Hits<T>, view: (row: T) => JsonObject | undefined): Reply {
  const results = hits.results.map(view).filter((row) => row !== undefined);
  return json({ totalHits: hits.totalHits, results });
}

function searchWorkflows(request: RouteRequest): Reply {
  const search = read(request, 'searchWorkflows');
  if (!request.index) return json(noHits);
  const { engine } = request;
  return reply(searchExecutions(engine, search), (one) => workflowSummary(one, engine.version));
}

function searchWorkflowsV2(request: RouteRequest): Reply {
  const search = read(request, 'searchWorkflowsV2');
  if (!request.index) return json(noHits);
  return reply(searchExecutions(request.engine, search), (one) => bare(request, one));
}

function searchByTasks(request: RouteRequest): Reply {
  const search = read(request, 'searchWorkflowsByTasks');
  if (!request.index) return json(noHits);
  return reply(searchTasks(request.engine, search), (run) => {
    const execution = executionOf(request, run);
    return execution && workflowSummary(execution, request.engine.version);
  });
}

function searchByTasksV2(request: RouteRequest): Reply {
  const search = read(request, 'searchWorkflowsByTasksV2');
  if (!request.index) return json(noHits);
  return reply(searchTasks(request.engine, search), (run) => {
    const execution = executionOf(request, run);
    return execution && bare(request, execution);
  });
}

function searchTaskSummaries(request: RouteRequest): Reply {
  const search = read(request, '');
  if (!request.index) return json(noHits);
  return reply(searchTasks(request.engine, search), (run) => {
    const execution = executionOf(request, run);
    return execution && taskSummary(run, execution);
  });
}

function searchTasksV2(request: RouteRequest): Reply {
  const search = read(request, '');
  if (!request.index) return json(noHits);
  return reply(searchTasks(request.engine, search), (run) =>
    taskView(run, executionOf(request, run), request.engine.version),
  );
}

function executionOf(request: RouteRequest, run: TaskRun): Execution | undefined {
  const { store, generated } = request.engine;
  const stored = store.executions.get(run.workflowId);
  return stored ?? generated?.find(run.workflowId);
}

function bare(request: RouteRequest, execution: Execution): JsonObject {
  return workflowView(execution, request.engine.version, { tasks: false });
}
