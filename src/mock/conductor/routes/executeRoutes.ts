import { isTaskTerminal, type Execution } from '../model.ts';
import { json, type LaterReply } from '../reply.ts';
import { optionalInt, pathInt, pathOf, queryText, type RouteRequest } from '../routeRequest.ts';
import type { Route } from '../route.ts';
import { broken } from '../serverError.ts';
import { hasStopped, readStrategy, signalResponse } from '../signalResponse.ts';
import { startFromBody } from './startRoutes.ts';

/** Starting an execution and waiting for it. */
export const executeRoutes: readonly Route[] = [
  { method: 'POST', path: '/workflow/execute/:name/:version', since: '3.21.23', run: execute },
];

const signature =
  'public reactor.core.publisher.Mono<org.conductoross.conductor.model.SignalResponse> com.netflix.conductor.rest.controllers.WorkflowResource.executeWorkflow(java.lang.String,java.lang.Integer,java.lang.String,java.lang.String,java.lang.Integer,java.lang.String,org.conductoross.conductor.model.WorkflowSignalReturnStrategy,com.netflix.conductor.common.metadata.workflow.StartWorkflowRequest)';

/** The wait in seconds where the caller names none. */
const usualWait = 10;

/** After so many seconds the web server itself gives the request up. */
const longestWait = 30;

/** Waits until the execution ends, stands at a WAIT, or a named task has ended. */
function execute(request: RouteRequest): LaterReply {
  const { engine } = request;
  const version = pathInt(request, 'version');
  const strategy = readStrategy(request);
  const wait = optionalInt(request, 'waitForSeconds') || usualWait;
  const names = (queryText(request, 'waitUntilTaskRef') ?? '').split(',');
  const execution = startFromBody(request, signature, {
    name: pathOf(request, 'name'),
    version: version === 0 ? undefined : version,
  });
  const requestId = queryText(request, 'requestId') ?? engine.random.uuid();
  const isReady = () => hasStopped(engine, execution) || hasEnded(execution, names);
  return {
    kind: 'later',
    until: engine.clock.now() + Math.min(wait, longestWait) * 1000,
    isReady,
    reply() {
      const isTimedOut = !isReady();
      if (isTimedOut && wait > longestWait) throw broken('');
      return json(signalResponse(engine, { execution, strategy, requestId, isTimedOut }));
    },
  };
}

function hasEnded(execution: Execution, names: readonly string[]): boolean {
  return execution.tasks.some(
    (run) => names.includes(run.referenceTaskName) && isTaskTerminal(run.status),
  );
}
