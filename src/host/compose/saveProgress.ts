import type { Task } from '../../domain/task.ts';
import { statusFor } from '../../domain/update.ts';
import type { UpdateOptions } from '../../domain/update.ts';
import type { Composition } from './composition.ts';

/** Can an output be handed in while the task stays open? */
export function canSaveProgress(options: UpdateOptions): boolean {
  if (options.unavailable !== undefined || options.output === undefined) return false;
  return statusFor(options, 'save') !== undefined || options.canKeepStatus === true;
}

/** The composition that hands in the output and leaves the task open; undefined where that cannot be. */
export function saveProgress({ options }: Task, composition: Composition): Composition | undefined {
  if (!canSaveProgress(options)) return undefined;
  const { status: _picked, ...rest } = composition;
  const status = statusFor(options, 'save')?.status;
  return status === undefined ? rest : { ...rest, status };
}
