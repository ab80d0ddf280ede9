import { outputResult } from '../outputResult.ts';
import { signalledTask } from '../blockedTask.ts';
import { findExecution } from '../findExecution.ts';
import type { TaskRun } from '../model.ts';
import { empty, json, type LaterReply, type Reply } from '../reply.ts';
import { pathOf, readMap, type RouteRequest } from '../routeRequest.ts';
import type { Route } from '../route.ts';
import { notFound } from '../serverError.ts';
import { hasStopped, readStrategy, signalResponse } from '../signalResponse.ts';
import { updateTask } from '../updateTask.ts';
import { readStatus, result, resource } from './readStatus.ts';

/** Signals, which end the WAIT that an execution stands at. */
export const signalRoutes: readonly Route[] = [
  { method: 'POST', path: '/tasks/:workflowId/:status/signal', since: '3.32.0', run: signal },
  {
    method: 'POST',
    path: '/tasks/:workflowId/:status/signal/sync',
    since: '3.32.0',
    run: signalSync,
  },
];

/** How long an answer waits for the next stop of the execution, in milliseconds. */
const waitMs = 5000;

function signal(request: RouteRequest): Reply {
  applySignal(request, 'void', 'signalWorkflowTaskAsync');
  return empty;
}

function signalSync(request: RouteRequest): LaterReply {
  const { engine } = request;
  const strategy = readStrategy(request);
  const returns = 'com.netflix.conductor.common.run.SignalResponse';
  const run = applySignal(request, returns, 'signalWorkflowTaskSync');
  const execution = findExecution(engine, pathOf(request, 'workflowId'));
  if (run === undefined) {
    throw notFound(`Found no blocked task in workflow ${execution.workflowId} to signal`);
  }
  const requestId = engine.random.uuid();
  const isReady = () => hasStopped(engine, execution);
  return {
    kind: 'later',
    until: engine.clock.now() + waitMs,
    isReady,
    reply() {
      const isTimedOut = !isReady();
      return json(signalResponse(engine, { execution, strategy, requestId, isTimedOut }));
    },
  };
}

function applySignal(request: RouteRequest, returns: string, method: string): TaskRun | undefined {
  const { engine } = request;
  const status = readStatus(request);
  const output = readMap(
    request,
    `public ${returns} ${resource}.${method}(java.lang.String,${result}$Status,java.util.Map<java.lang.String, java.lang.Object>)`,
  );
  const execution = findExecution(engine, pathOf(request, 'workflowId'));
  const run = signalledTask(engine, execution)?.run;
  if (run === undefined) return undefined;
  updateTask(engine, outputResult(run, status, output));
  return run;
}
