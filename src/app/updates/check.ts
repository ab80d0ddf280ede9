import type { Connection } from '../../domain/connection.ts';
import type { Task } from '../../domain/task.ts';
import type { TaskUpdate, UpdateOptions } from '../../domain/taskUpdate.ts';
import { fieldProblems } from './fieldProblems.ts';
import { outputProblems } from '../output/outputProblems.ts';
import type { Problem } from '../problem.ts';

/**
 * Finds everything that keeps an update from being sent, without any request. It is called for the
 * task as the person saw it, and again for the task as it is now.
 */
export function check(connection: Connection, task: Task, update: TaskUpdate): readonly Problem[] {
  if (connection.readOnly) return [{ message: readOnlyText(connection) }];
  if (task.options.unavailable !== undefined) return [{ message: task.options.unavailable }];
  if (update.stop === true) return stopProblems(task);
  if (isEmpty(update)) {
    return [
      { message: 'There is nothing to send: choose a status, give an output, or set a field.' },
    ];
  }
  return [
    ...statusProblems(task, update),
    ...(update.output === undefined ? [] : outputProblems(task, update.output)),
    ...reasonProblems(task.options, update),
    ...fieldProblems(task.options, update),
  ];
}

/** Says why a read-only connection sends nothing, and how to change that. */
export function readOnlyText({ name }: Pick<Connection, 'name'>): string {
  return `The connection ${name} is read-only: set readOnly to false in its settings to send updates.`;
}

function stopProblems({ name, options }: Task): readonly Problem[] {
  if (options.stop === undefined) return [{ message: `${name} cannot be stopped.` }];
  const { unavailable } = options.stop;
  return unavailable === undefined
    ? []
    : [{ message: `${name} cannot be stopped: ${unavailable}` }];
}

function isEmpty(update: TaskUpdate): boolean {
  return (
    update.status === undefined &&
    update.output === undefined &&
    update.reason === undefined &&
    Object.keys(update.fields ?? {}).length === 0
  );
}

function statusProblems({ options, status }: Task, update: TaskUpdate): readonly Problem[] {
  if (update.status === undefined) return [];
  const path = ['status'];
  const option = options.statuses.find((offered) => offered.status === update.status);
  if (option?.unavailable !== undefined) {
    const message = `${update.status} cannot be set while the task is ${status}: ${option.unavailable}`;
    return [{ message, path }];
  }
  if (option !== undefined) return [];
  const allowed = options.statuses.filter((offered) => offered.unavailable === undefined);
  const instead =
    allowed.length === 0
      ? 'it takes no status now.'
      : `choose ${allowed.map((offered) => offered.status).join(', ')}.`;
  return [
    { message: `${update.status} cannot be set while the task is ${status}: ${instead}`, path },
  ];
}

function reasonProblems(options: UpdateOptions, update: TaskUpdate): readonly Problem[] {
  const { reason } = update;
  if (reason === undefined) return [];
  const limit = options.reasonLimit;
  const path = ['reason'];
  if (limit === undefined) return [{ message: 'This task takes no reason: leave it out.', path }];
  if (reason.length <= limit) return [];
  const message = `The reason has ${reason.length} characters, and the engine takes ${limit} at most: shorten it.`;
  return [{ message, path }];
}
