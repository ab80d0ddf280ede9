import type { Json } from '../../json.ts';
import { ApiError, badRequest, notFound } from '../apiError.ts';
import { findTask } from '../findTask.ts';
import type { Ending } from '../machine.ts';
import { type ApiRequest, optionalObject, pathOf, readBody } from '../apiRequest.ts';
import { type ApiAnswer, ok, type Route } from '../route.ts';
import { requireSize } from '../requireSize.ts';
import { taskView } from '../views.ts';
import { keepShowing } from '../shownDetails.ts';

export const taskRoutes: readonly Route[] = [
  { method: 'POST', path: '/tasks/:task/update', needs: 'WRITE', run: update },
];

/** Answers with the task after the update, even where reads still show the old state. */
function update(request: ApiRequest): ApiAnswer {
  const { machine } = request;
  const id = pathOf(request, 'task');
  if (id.length !== 36) throw badRequest('taskId must have 36 characters.');
  const body = readBody(request);
  const status = readStatus(body['status']);
  const output = optionalObject(body, 'output');
  requireSize(output, 'output');
  const found = findTask(machine, id);
  if (found === undefined) throw notFound(`Task with id ${id} was not found.`);
  const { execution, run } = found;
  if (run.status !== 'IN_PROGRESS') {
    const state = run.status === 'SCHEDULED' ? 'not started yet' : 'already in a terminal state';
    throw new ApiError(machine.settings().terminalStatus, `Task with id ${id} is ${state}`);
  }
  if (run.def.parameters['isAsyncComplete'] !== true) {
    throw badRequest(`Task with id ${id} is not completed asynchronously`);
  }
  keepShowing(machine, execution);
  machine.finish(found, output === undefined ? { status } : { status, output });
  return ok(taskView(machine, run));
}

function readStatus(value: Json | undefined): Ending['status'] {
  switch (value) {
    case 'COMPLETED':
    case 'FAILED':
    case 'FAILED_WITH_TERMINAL_ERROR':
      return value;
    default:
      throw badRequest('status must be one of COMPLETED, FAILED, FAILED_WITH_TERMINAL_ERROR.');
  }
}
