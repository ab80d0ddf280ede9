import type { Node, TaskRun } from './model.ts';
import { setStatus } from './setStatus.ts';
import type { World } from './world.ts';

const unitMs: Readonly<Record<string, number>> = {
  second: 1_000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
};

/**
 * Pauses a run at a self_schedule node until its time: it waits for nobody, and resumes at the
 * node's target by itself. False where the node may not schedule the run once more.
 */
export function selfSchedule(world: World, task: TaskRun, node: Node): boolean {
  const { when, target_node_id: target, max_reschedules: most } = node.definition;
  const count = task.reschedules[node.id] ?? 0;
  if (typeof target !== 'string' || count >= (typeof most === 'number' ? most : 1)) return false;
  task.reschedules[node.id] = count + 1;
  task.cursor = node.id;
  setStatus(world, task, 'paused');
  task.next = { kind: 'resume', at: world.clock.now() + delayOf(when), node: target };
  return true;
}

/** Finds `30 minutes` in free text. The real server asks a model; here everything else is an hour. */
function delayOf(when: unknown): number {
  const found = /(\d{1,6}) ?(second|minute|hour|day)/i.exec(typeof when === 'string' ? when : '');
  const unit = unitMs[found?.[2]?.toLowerCase() ?? 'hour'] ?? 0;
  return Number(found?.[1] ?? 1) * unit;
}
