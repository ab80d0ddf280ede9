import type { World } from '../world.ts';
import type { Next, Status, TaskRun, Wire } from '../model.ts';
import { newTask } from '../newTask.ts';
import { textInput } from '../taskInput.ts';
import { setStatus } from '../setStatus.ts';
import { requireAgent, requireTask } from '../store.ts';

/** A task of a seed in its present state. Times are milliseconds before now. */
export interface Placed {
  readonly id: string;
  readonly agent: string;
  readonly title: string;
  readonly text: string;
  readonly status: Status;
  readonly createdAgo: number;
  /** When the task reached its status. */
  readonly sinceAgo: number;
  readonly result?: string;
  readonly cursor?: string;
  readonly waitNode?: string;
  /** The id of a task earlier in the list. */
  readonly parent?: string;
  readonly more?: Wire;
  /** The task's next step; `at` is relative to now. */
  readonly next?: Next;
}

export function place(world: World, placed: Placed): void {
  const { store, clock } = world;
  const now = clock.now();
  const parent = placed.parent === undefined ? undefined : requireTask(store, placed.parent);
  const task = newTask({
    id: placed.id,
    agent: placed.agent,
    at: now - placed.createdAgo,
    input: textInput(placed.text),
    title: placed.title,
    parent: parent?.id ?? null,
    triggeringAgent: parent?.agent ?? null,
    isWorkflow: requireAgent(store, placed.agent).type === 'orchestration',
    more: { source: parent === undefined ? 'api' : 'orchestration', ...placed.more },
  });
  if (placed.status !== 'pending') task.startedAt = task.createdAt + 2_000;
  clock.pinned(now - placed.sinceAgo, () => setStatus(world, task, placed.status));
  fill(task, placed, now);
  parent?.children.push(task.id);
  store.addTask(task);
}

function fill(task: TaskRun, placed: Placed, now: number): void {
  const { result, cursor, waitNode, next } = placed;
  task.result = result ?? null;
  task.cursor = cursor ?? null;
  task.waitNode = waitNode ?? null;
  task.isManuallyStopped = placed.status === 'stopped';
  if (next !== undefined) task.next = 'at' in next ? { ...next, at: now + next.at } : next;
}
