import type { Task } from '../../../domain/task.ts';
import type { TaskUpdate } from '../../../domain/taskUpdate.ts';
import { readEngineFields } from '../toDomain/engineFields.ts';

/**
 * `byName` updates by reference name; `sync` does the same and answers with the workflow; `byId`
 * updates by task id.
 */
export type Route = 'sync' | 'byName' | 'byId';

/**
 * Chooses the update request. By name, only status, merged output and worker can be sent, and the
 * server updates any pending task of that name. By id, everything can be sent to exactly this task,
 * but the answer does not tell whether anything was updated.
 */
export function routeOf(task: Task, update: TaskUpdate, hasSync: boolean): Route {
  if (needsMoreThanName(update) || !isSafeName(task)) return 'byId';
  return hasSync ? 'sync' : 'byName';
}

function needsMoreThanName(update: TaskUpdate): boolean {
  const fields = Object.keys(update.fields ?? {});
  return (
    update.status === undefined ||
    update.reason !== undefined ||
    (update.output?.kind === 'object' && update.output.mode === 'replace') ||
    fields.some((key) => key !== 'workerId')
  );
}

/** True where the name reaches the server unchanged and identifies this task only. */
function isSafeName(task: Task): boolean {
  // Tomcat rejects an encoded slash or backslash and cuts at ";". Conductor cuts at "__", its mark
  // for iterations. Clients and proxies resolve dot segments.
  // Half a character has no encoding.
  const isSafe = !/[/\\;%\p{Cc}\p{Cs}]|__/u.test(task.name) && !/^\.{0,2}$/.test(task.name);
  return isSafe && task.attempt === 0 && !readEngineFields(task).sharesName;
}
