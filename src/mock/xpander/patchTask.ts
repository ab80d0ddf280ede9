import { invalid } from './answerError.ts';
import type { World } from './world.ts';
import { isTerminal, type Status, statuses, type TaskRun, type Wire } from './model.ts';
import { oneOf, readTaskInput } from './taskInput.ts';
import { setStatus } from './setStatus.ts';
import { continueRun, pickUpMs, notifyParent } from './takeStep.ts';

/**
 * Sets the keys that the body contains. The same route serves partial updates and whole records, so
 * keys that cannot be changed are ignored.
 */
export function patchTask(world: World, task: TaskRun, body: Wire): void {
  const status = statusIn(body);
  const input = inputIn(body);
  const result = textIn(body, 'result');
  const cursor = textIn(body, 'last_executed_node_id');
  const extension = objectIn(body, 'tool_call_payload_extension');
  const source = textIn(body, 'source');

  task.updatedAt = world.clock.now();
  for (const key of Object.keys(task.more)) {
    if (!fixed.has(key) && Object.hasOwn(body, key)) task.more[key] = tolerated(key, body[key]);
  }
  if (input !== undefined) task.more['input'] = input;
  if (source !== undefined) task.more['source'] = source;
  if (extension !== undefined) {
    task.more['payload_extension'] = { ...asObject(task.more['payload_extension']), ...extension };
  }
  if (result !== undefined) task.result = result;
  const waitedAt = task.waitNode;
  if (cursor !== undefined) task.cursor = cursor;
  if (status !== undefined && status !== null) {
    moveOn(world, task, status, cursor === undefined ? waitedAt : null);
  }
}

const fixed: ReadonlySet<string> = new Set([
  'input',
  'is_orchestration',
  'finished_sub_executions',
]);

/**
 * The consequences of a new status. Every transition is allowed. A running worker is not told and
 * overwrites the task at its end. A paused run continues when it is set to executing, and a run
 * without a next step is picked up again when it is set to pending.
 */
function moveOn(world: World, task: TaskRun, status: Status, waitedAt: string | null): void {
  const before = task.status;
  setStatus(world, task, status);
  if (isTerminal(status)) {
    if (isTimed(task)) task.next = null;
    notifyParent(world, task);
  } else if (status === 'pending') {
    if (task.next !== null && !isTimed(task)) return;
    task.next = { kind: 'start', at: world.clock.now() + pickUpMs };
  } else if (status === 'executing' && before === 'paused') {
    goOn(world, task, waitedAt);
  }
}

function goOn(world: World, task: TaskRun, waitedAt: string | null): void {
  if (task.next?.kind === 'resume') {
    task.next = { ...task.next, at: world.clock.now() };
  } else if (task.next === null) {
    task.cursor = waitedAt ?? task.cursor;
    continueRun(world, task);
  }
}

/** True where no worker is at work: only a time makes the task go on. */
function isTimed({ next }: TaskRun): boolean {
  return next?.kind === 'resume' || next?.kind === 'segment';
}

function statusIn(body: Wire): Status | null | undefined {
  const value = body['status'];
  if (value === undefined || value === null) return value;
  return oneOf(value, ['body', 'status'], statuses);
}

function inputIn(body: Wire): Wire | undefined {
  const value = body['input'];
  if (value === undefined || value === null) return undefined;
  return readTaskInput(value, ['body', 'input']);
}

function textIn(body: Wire, key: string): string | null | undefined {
  const value = body[key];
  if (value === undefined || value === null || typeof value === 'string') return value;
  throw invalid(['body', key], 'Input should be a valid string', 'string_type');
}

function objectIn(body: Wire, key: string): Wire | undefined {
  const value = body[key];
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'object' && !Array.isArray(value)) return value as Wire;
  throw invalid(['body', key], 'Input should be a valid dictionary', 'dict_type');
}

// The SDK's save sends a key that it was never given as a list around its default.
function tolerated(key: string, value: unknown): unknown {
  const isWrapped = Array.isArray(value) && value.length === 1;
  const inner: unknown = isWrapped ? value[0] : value;
  if (key === 'mcp_servers') return isWrapped && Array.isArray(inner) ? inner : (value ?? []);
  return isWrapped && inner === null ? null : value;
}

function asObject(value: unknown): Wire {
  return typeof value === 'object' && value !== null ? (value as Wire) : {};
}
