import type { Task } from '../../domain/task.ts';
import { statusFor } from '../../domain/taskUpdate.ts';
import type { UpdateOptions } from '../../domain/taskUpdate.ts';
import type { Composition } from './composition.ts';

/** Can the output be saved while the task stays open? */
export function canSaveProgress(options: UpdateOptions): boolean {
  if (options.unavailable !== undefined || options.output === undefined) return false;
  return statusFor(options, 'save') !== undefined || options.canKeepStatus === true;
}

/**
 * The composition that saves the output and leaves the task open; undefined when the engine cannot.
 */
export function saveProgress({ options }: Task, composition: Composition): Composition | undefined {
  if (!canSaveProgress(options)) return undefined;
  const { status: _picked, ...rest } = composition;
  const status = statusFor(options, 'save')?.status;
  return status === undefined ? rest : { ...rest, status };
}
