import type { Task } from '../../domain/task.ts';
import { oneLine } from '../words/plainText.ts';

/** The title of every prompt of an update. */
export function promptTitle(task: Task): string {
  return `Update ${oneLine(task.name, 60)}`;
}
