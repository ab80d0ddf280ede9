import type { Answer } from '../../domain/engine.ts';
import { isEngineError } from '../../domain/engineError.ts';
import type { Task } from '../../domain/task.ts';
import type { TaskUpdate } from '../../domain/update.ts';
import type { HttpRequest, Send } from '../../http/httpRequest.ts';
import { updateById, updateByName, updateByNameSync } from './endpoints.ts';
import type { Route } from './route.ts';
import { byId, byName } from './updateRequest.ts';

/** Sends an update once and says what the server made of it, as far as it tells. */
export async function sendUpdate(
  send: Send,
  request: HttpRequest<string>,
  signal: AbortSignal,
): Promise<Answer> {
  try {
    const said = await send(request, signal);
    // By name, an empty answer is the only sign that nothing was updated; it comes with 200.
    return said === ''
      ? { accepted: false, said: '200 with an empty answer, which means that nothing was updated' }
      : { accepted: true, said: `200 ${said}` };
  } catch (error) {
    // No such workflow or task, or none that is pending.
    if (isEngineError(error, 'notFound') && error.nothingApplied) {
      return { accepted: false, said: error.message };
    }
    throw error;
  }
}

const requests: Readonly<
  Record<Route, (task: Task, update: TaskUpdate, now: number) => HttpRequest<string>>
> = {
  sync: (task, update) => updateByNameSync(byName(task, update)),
  byName: (task, update) => updateByName(byName(task, update)),
  byId: (task, update, now) => updateById(byId(task, update, now)),
};

/** The one request that carries an update. `now` dates its log lines; epoch milliseconds. */
export function updateRequest(
  route: Route,
  task: Task,
  update: TaskUpdate,
  now: number,
): HttpRequest<string> {
  return requests[route](task, update, now);
}
