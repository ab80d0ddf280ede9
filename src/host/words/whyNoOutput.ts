import type { Task } from '../../domain/task.ts';

/** The reason why a task takes no output; undefined when it takes one. */
export function whyNoOutput({ options }: Task): string | undefined {
  if (options.unavailable !== undefined) return options.unavailable;
  return options.output === undefined ? 'This task takes no output.' : undefined;
}
