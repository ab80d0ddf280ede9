import type { StatusOption } from '../../../domain/update.ts';
import type { Facts } from './facts.ts';
import { isWaitingType } from './taskType.ts';

type Effect = Pick<StatusOption, 'effect' | 'stopsWorkflow'>;
type Describe = (type: string, facts: Facts) => Effect;

/** The consequences of each status (WorkflowExecutor.updateTask, DeciderService.retry). */
const effects: Readonly<Record<string, Describe>> = {
  COMPLETED: (type, facts) => ({
    effect: facts.worker
      ? 'Completes the task in place of a worker; the workflow goes on.'
      : type === 'SUB_WORKFLOW'
        ? 'Completes the task; the workflow goes on, and its child keeps running.'
        : 'Completes the task; the workflow goes on.',
  }),
  FAILED: (_type, facts) =>
    facts.retriesLeft > 0
      ? { effect: `Fails this try; another one follows (${facts.retriesLeft} left).` }
      : failure('Fails the task', 'fails', facts),
  FAILED_WITH_TERMINAL_ERROR: (_type, facts) =>
    failure('Fails the task without another try', 'fails', facts),
  CANCELED: (_type, facts) => failure('Cancels the task', 'is terminated', facts),
  IN_PROGRESS: (type, facts) => ({
    effect: facts.worker
      ? 'Stores the output and puts the task back into the queue, where it shows as SCHEDULED.'
      : isWaitingType(type)
        ? 'Stores the output; the task stays open.'
        : 'Stores the output; the task stays in progress.',
  }),
};

export function effectOf(status: string, type: string, facts: Facts): Effect {
  const describe = Object.hasOwn(effects, status) ? effects[status] : undefined;
  return describe?.(type, facts) ?? { effect: `Sets the task to ${status}.` };
}

function failure(what: string, end: string, facts: Facts): Effect {
  if (facts.optional) return { effect: `${what}; it is optional, so the workflow goes on.` };
  if (facts.permissive) {
    return { effect: `${what}; the workflow goes on and ${end} at its end.`, stopsWorkflow: true };
  }
  return { effect: `${what}, and the whole workflow ${end}.`, stopsWorkflow: true };
}
