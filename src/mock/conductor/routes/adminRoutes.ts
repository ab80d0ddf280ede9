import { atLeast } from '../../atLeast.ts';
import { findExecution } from '../findExecution.ts';
import type { Engine } from '../engine.ts';
import { isTaskTerminal, type TaskRun } from '../model.ts';
import { generatedWhere } from '../search/generatedExecutions.ts';
import { taskAt } from '../search/searchExecutions.ts';
import { json, text, type Reply } from '../reply.ts';
import { pathOf, queryInt, type RouteRequest } from '../routeRequest.ts';
import type { Route } from '../route.ts';
import { broken, notFound } from '../serverError.ts';
import { subList } from '../subList.ts';
import { taskView } from '../taskView.ts';

const health = { healthResults: [], suppressedHealthResults: [], healthy: true };

/** Health, administration, and lists that are always empty here. */
export const adminRoutes: readonly Route[] = [
  { method: 'GET', path: '//health', run: () => json(health) },
  { method: 'GET', path: '/health', since: '3.22.0', run: () => json(health) },
  { method: 'GET', path: '/version', since: '3.22.0', run: getVersion },
  { method: 'GET', path: '//api-docs', run: apiDocs },
  { method: 'GET', path: '/admin/config', run: getConfig },
  { method: 'GET', path: '/admin/task/:name', run: getPending },
  { method: 'GET', path: '/admin/queues', run: () => json({}) },
  { method: 'POST', path: '/admin/sweep/requeue/:id', run: sweep },
  { method: 'POST', path: '/admin/consistency/verifyAndRepair/:id', run: repair },
  { method: 'GET', path: '/event', run: ({ engine }) => json(engine.store.eventHandlers) },
  { method: 'GET', path: '/environment', since: '3.32.0', run: () => json([]) },
  { method: 'GET', path: '/scheduler/schedules', since: '3.32.0', run: () => json([]) },
];

/** Open source only: Orkes' answer is not known. */
function getVersion({ engine, isOrkes }: RouteRequest): Reply {
  if (isOrkes) throw notFound('No static resource api/version.');
  return text(engine.version);
}

/** 3.32.1 fails to generate its own documentation; older servers print a very long one. */
function apiDocs({ engine }: RouteRequest): Reply {
  if (atLeast(engine.version, '3.32.0')) {
    throw broken(
      "Handler dispatch failed: java.lang.NoSuchMethodError: 'void org.springframework.web.method.ControllerAdviceBean.<init>(java.lang.Object)'",
    );
  }
  return json({
    openapi: '3.0.1',
    info: { title: 'OpenAPI definition', version: 'v0' },
    paths: {},
  });
}

function getConfig({ engine }: RouteRequest): Reply {
  return json({ 'java.vm.name': 'mock', version: engine.version });
}

function getPending(request: RouteRequest): Reply {
  const { engine } = request;
  const name = pathOf(request, 'name');
  const start = queryInt(request, 'start', 0);
  const count = queryInt(request, 'count', 100);
  const stored = [...engine.store.tasks.values()].filter((run) => isPending(run, name));
  const page = subList(stored, start, count);
  const more = generatedPending(engine, name, {
    start: Math.max(0, start - stored.length),
    count: count - page.length,
  });
  const views = page.map((run) =>
    taskView(run, engine.store.executions.get(run.workflowId), engine.version),
  );
  return json([...views, ...more]);
}

function isPending(run: TaskRun, name: string): boolean {
  return run.taskDefName === name && !isTaskTerminal(run.status);
}

function generatedPending(
  engine: Engine,
  name: string,
  page: { readonly start: number; readonly count: number },
) {
  const { generated } = engine;
  if (generated === undefined) return [];
  const list = generatedWhere(generated, (run) => isPending(run, name));
  const count = Math.max(0, Math.min(page.count, list.length - page.start));
  return Array.from({ length: count }, (_, place) => {
    const { index, item } = list.at(page.start + place);
    const run = taskAt(generated, index, item);
    return taskView(run, generated.find(run.workflowId), engine.version);
  });
}

function sweep(request: RouteRequest): Reply {
  const execution = findExecution(request.engine, pathOf(request, 'id'));
  request.engine.decide(execution);
  const swept = atLeast(request.engine.version, '3.22.0');
  return text(`${swept}.${execution.workflowId}`);
}

function repair({ engine }: RouteRequest): Reply {
  if (!atLeast(engine.version, '3.22.0')) return text('false');
  throw broken('WorkflowRepairService is disabled.');
}
