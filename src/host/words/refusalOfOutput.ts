import type { Task } from '../../domain/task.ts';

/** Why no output can be written for this task; undefined when it can. */
export function refusalOfOutput({ options }: Task): string | undefined {
  if (options.refusal !== undefined) return options.refusal;
  return options.output === undefined ? 'This task takes no output.' : undefined;
}
