import type { Task } from '../../domain/task.ts';
import type { TaskUpdate } from '../../domain/update.ts';
import { readFacts } from './facts.ts';

/** By reference name and answered with the workflow, the same without that, or by task id. */
export type Route = 'sync' | 'byName' | 'byId';

/**
 * Which of the three update requests carries an update. By name only status, merged output and
 * worker can be sent, and the server looks for a pending task of that name; by id everything can,
 * to exactly this task, but the server says nothing when it did nothing.
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

/** Does the name reach the server whole, and can it mean this task only? */
function isSafeName(task: Task): boolean {
  // Tomcat refuses an encoded slash or backslash and cuts at ";"; Conductor cuts at "__", which
  // is how it names the rounds of a loop. Dot segments are resolved on the way.
  const travels = !/[/\\;%\p{Cc}]|__/u.test(task.name) && !/^\.{0,2}$/.test(task.name);
  return travels && task.attempt === 0 && !readFacts(task).sharesName;
}
