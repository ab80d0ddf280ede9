import { isTerminal, type Status, type TaskRun } from './model.ts';
import type { World } from './world.ts';

/** Sets a status and its times. Whether a real server clears them is not known. */
export function setStatus({ clock }: Pick<World, 'clock'>, task: TaskRun, status: Status): void {
  const now = clock.now();
  task.status = status;
  task.updatedAt = now;
  if (status === 'executing') task.startedAt ??= now;
  task.pausedAt = status === 'paused' ? (task.pausedAt ?? now) : null;
  task.finishedAt = isTerminal(status) ? (task.finishedAt ?? now) : null;
  if (status !== 'paused') task.waitNode = null;
  if (isTerminal(status) && task.process !== null) {
    task.process = { ...task.process, state: 'ended', stop_reason: status, wake: null };
  }
}
