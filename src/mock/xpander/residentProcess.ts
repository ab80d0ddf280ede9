import { isoTime } from './isoTime.ts';
import type { Agent, TaskRun, Wire } from './model.ts';
import type { World } from './world.ts';

const harnesses = ['external-harness', 'claude-code', 'codex'];
const hour = 3_600_000;

/** True for agents whose task is a process: it stays executing, even while it waits. */
export function isResident(agent: Agent): boolean {
  return harnesses.includes(agent.framework);
}

/**
 * A process works, waits for a time, and works again until its task ends. The vendor's SDK names
 * the keys of its state; no source tells their values, so those here are made up.
 */
export function startProcess(world: World, task: TaskRun, stepMs: number): void {
  task.process = {
    state: 'running',
    stop_reason: null,
    frozen: false,
    segment: 1,
    wake: null,
    last_update: null,
    attempt: 1,
  };
  task.next = { kind: 'segment', at: world.clock.now() + stepMs };
}

/** Ends a segment: a process that worked waits, and one that waited works until it is done. */
export function endSegment(world: World, task: TaskRun, stepMs: number): void {
  const now = world.clock.now();
  const before: Wire = task.process ?? {};
  task.updatedAt = now;
  if (before['state'] === 'running') {
    const wake = { reason: 'The build takes an hour.', until: isoTime(now + hour) };
    const last_update = { text: 'The build has started.', at: isoTime(now) };
    task.process = { ...before, state: 'waiting', stop_reason: 'wait_for', wake, last_update };
    task.next = { kind: 'segment', at: now + hour };
    return;
  }
  const segment = Number(before['segment']) + 1;
  task.process = { ...before, state: 'running', stop_reason: null, segment, wake: null };
  task.next = { kind: 'finish', at: now + stepMs };
}
