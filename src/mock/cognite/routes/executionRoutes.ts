import { printJson } from '../../json.ts';
import { badRequest, notFound } from '../apiError.ts';
import { endExecution } from '../endExecution.ts';
import { readExecutionFilter } from '../readExecutionFilter.ts';
import { executionsAfter } from '../executionsAfter.ts';
import { findExecution } from '../findTask.ts';
import type { Execution, ExecutionSummary } from '../model.ts';
import { bindSession } from '../nonces.ts';
import { pageOf, readPage } from '../pageOf.ts';
import { readMetadata } from '../readMetadata.ts';
import { type ApiRequest, requireNonce, optionalObject, pathOf, readBody } from '../apiRequest.ts';
import { requireRetryable, retryExecution } from '../retryExecution.ts';
import { type ApiAnswer, ok, type Route } from '../route.ts';
import { requireSize } from '../requireSize.ts';
import { startExecution } from '../startExecution.ts';
import { executionView } from '../views.ts';
import { keepShowing, shownDetails, shownExecution } from '../shownDetails.ts';
import { findVersion } from './versionRoutes.ts';

export const executionRoutes: readonly Route[] = [
  { method: 'POST', path: '/executions/list', needs: 'READ', run: list },
  { method: 'GET', path: '/executions/:execution', needs: 'READ', run: details },
  { method: 'POST', path: '/executions/:execution/cancel', needs: 'WRITE', run: cancel },
  { method: 'POST', path: '/executions/:execution/retry', needs: 'WRITE', run: retry },
  { method: 'POST', path: '/:workflow/versions/:version/run', needs: 'WRITE', run },
];

function list(request: ApiRequest): ApiAnswer {
  const { machine } = request;
  const body = readBody(request);
  const filter = optionalObject(body, 'filter') ?? {};
  const matches = readExecutionFilter(filter);
  const listed = {
    after: (id: string | undefined) => executionsAfter(machine, matches, id),
    keyOf: (execution: ExecutionSummary) => execution.id,
    question: `executions ${printJson(filter)}`,
    view: (execution: ExecutionSummary) => shownExecution(machine, execution),
  };
  return ok(pageOf(listed, readPage(body['limit'], body['cursor'])));
}

function details(request: ApiRequest): ApiAnswer {
  return ok(shownDetails(request.machine, requireExecution(request, 400)));
}

/** Answers 202 and does not wait for the run. */
function run(request: ApiRequest): ApiAnswer {
  const body = readBody(request);
  const nonce = requireNonce(body);
  const input = optionalObject(body, 'input');
  requireSize(input, 'input');
  const metadata = readMetadata(body);
  const version = findVersion(request);
  bindSession(request.machine, nonce);
  return ok(executionView(startExecution(request.machine, version, { input, metadata })), 202);
}

function cancel(request: ApiRequest): ApiAnswer {
  const execution = requireExecution(request, 404);
  const { reason = 'cancelled' } = readBody(request);
  if (typeof reason !== 'string' || reason.length > 500) {
    throw badRequest('reason must be a text of at most 500 characters.');
  }
  if (execution.status !== 'RUNNING') {
    throw badRequest(`Execution ${execution.id} is already in a terminal state`);
  }
  keepShowing(request.machine, execution);
  endExecution(request.machine, execution, 'TERMINATED', reason);
  return ok(executionView(execution));
}

function retry(request: ApiRequest): ApiAnswer {
  const { machine } = request;
  const body = readBody(request);
  const isNeeded = machine.settings().retryNeedsNonce || 'authentication' in body;
  const nonce = isNeeded ? requireNonce(body) : undefined;
  const execution = requireExecution(request, 404);
  requireRetryable(execution);
  if (nonce !== undefined) bindSession(machine, nonce);
  keepShowing(machine, execution);
  retryExecution(machine, execution);
  return ok(executionView(execution));
}

/** `status` is the answer for an unknown execution; it differs between endpoints. */
function requireExecution(request: ApiRequest, status: 400 | 404): Execution {
  const id = pathOf(request, 'execution');
  const execution = findExecution(request.machine, id);
  if (execution !== undefined) return execution;
  const message = `Workflow execution ${id} was not found.`;
  throw status === 400 ? badRequest(message) : notFound(message);
}
