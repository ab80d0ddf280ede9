import type { Task } from '../../domain/task.ts';

/** Why no output can be written for this task; undefined when it can. */
export function whyNoOutput({ options }: Task): string | undefined {
  if (options.unavailable !== undefined) return options.unavailable;
  return options.output === undefined ? 'This task takes no output.' : undefined;
}
