import type { StatusOption } from '../../../domain/taskUpdate.ts';
import type { EngineFields } from './engineFields.ts';
import { isWaitingType } from './taskType.ts';

type Effect = Pick<StatusOption, 'effect' | 'stopsWorkflow'>;
type Describe = (type: string, fields: EngineFields) => Effect;

/** The consequences of each status (WorkflowExecutor.updateTask, DeciderService.retry). */
const effects: Readonly<Record<string, Describe>> = {
  COMPLETED: (type, fields) => ({
    effect: fields.worker
      ? 'Completes the task in place of a worker; the workflow goes on.'
      : type === 'SUB_WORKFLOW'
        ? 'Completes the task; the workflow goes on, and its child keeps running.'
        : 'Completes the task; the workflow goes on.',
  }),
  FAILED: (_type, fields) =>
    fields.retriesLeft > 0
      ? { effect: `Fails this try; another one follows (${fields.retriesLeft} left).` }
      : failure('Fails the task', 'fails', fields),
  FAILED_WITH_TERMINAL_ERROR: (_type, fields) =>
    failure('Fails the task without another try', 'fails', fields),
  CANCELED: (_type, fields) => failure('Cancels the task', 'is terminated', fields),
  IN_PROGRESS: (type, fields) => ({
    effect: fields.worker
      ? 'Stores the output and puts the task back into the queue, where it shows as SCHEDULED.'
      : isWaitingType(type)
        ? 'Stores the output; the task stays open.'
        : 'Stores the output; the task stays in progress.',
  }),
};

export function effectOf(status: string, type: string, fields: EngineFields): Effect {
  const describe = Object.hasOwn(effects, status) ? effects[status] : undefined;
  return describe?.(type, fields) ?? { effect: `Sets the task to ${status}.` };
}

/**
 * The consequences where the execution is over its time limit (seen on 3.32: the task takes the
 * update, and the execution is TIMED_OUT in the same moment).
 */
export function overdueEffectOf(status: string): Effect {
  const what = Object.hasOwn(deeds, status) ? deeds[status] : undefined;
  return {
    effect: `${what ?? `Sets the task to ${status}`}; its execution is over its time limit and becomes TIMED_OUT at once.`,
    stopsWorkflow: true,
  };
}

const deeds: Readonly<Record<string, string>> = {
  COMPLETED: 'Completes the task',
  FAILED: 'Fails the task',
  FAILED_WITH_TERMINAL_ERROR: 'Fails the task',
  CANCELED: 'Cancels the task',
  IN_PROGRESS: 'Stores the output',
};

function failure(what: string, end: string, fields: EngineFields): Effect {
  if (fields.optional) return { effect: `${what}; it is optional, so the workflow goes on.` };
  if (fields.permissive) {
    return { effect: `${what}; the workflow goes on and ${end} at its end.`, stopsWorkflow: true };
  }
  return { effect: `${what}, and the whole workflow ${end}.`, stopsWorkflow: true };
}
