import assert from 'node:assert/strict';

import { findWaiting } from '../../../src/app/findWaiting.ts';
import type { Engine } from '../../../src/domain/engine.ts';
import type { ExecutionDetail, Page } from '../../../src/domain/execution.ts';
import { executionTasks } from '../../../src/domain/executionTasks.ts';
import { oddName, type OddRecord } from '../../../src/domain/oddRecord.ts';

const { signal } = new AbortController();
const size = { size: 50 };

/** What a person sees of a list: the names of its rows, then the odd ones. */
export interface Shown {
  readonly rows: readonly string[];
  readonly odd: readonly string[];
}

function shown(rows: readonly string[], odd: readonly OddRecord[] = []): Shown {
  return { rows, odd: odd.map((one) => `${oddName(one)}: ${one.problem}`) };
}

export type List = (engine: Engine) => Promise<Shown>;

export const workflows: List = async (engine) => {
  const { items, odd } = await engine.listWorkflows(size, signal);
  return shown(
    items.map(({ id, versions }) => [id, ...versions].join(' ')),
    odd,
  );
};
export const executions: List = async (engine) => {
  const page: Page<{ readonly id: string }> | undefined = await engine.listExecutions?.(
    { workflow: 'orders' },
    size,
    signal,
  );
  return shown(
    (page?.items ?? []).map(({ id }) => id),
    page?.odd,
  );
};
export const detail: List = async (engine) => {
  const read: ExecutionDetail | undefined = await engine.readExecution?.('w-2', signal);
  return shown(
    executionTasks(read?.nodes ?? []).map(({ name }) => name),
    read?.odd,
  );
};
export const tasks: List = async (engine) => {
  const page = await engine.listTasks?.({ workflow: 'a-1' }, size, signal);
  return shown(
    (page?.items ?? []).map(({ name }) => name),
    page?.odd,
  );
};
export const children: List = async (engine) => {
  const ref = { connection: 'c', workflow: 'a-1', task: 't-0' };
  const found = await engine.listChildTasks?.(ref, signal);
  return shown(
    (found?.tasks ?? []).map(({ name }) => name),
    found?.odd,
  );
};
export const waiting: List = async (engine) => {
  const found = await findWaiting(engine, 50, signal);
  return shown(
    found.tasks.map(({ name }) => name),
    found.odd,
  );
};
export const earlier: List = async (engine) => {
  const ref = { connection: 'c', workflow: 'a-1', execution: 'w-2', task: 't-2' };
  const task = await engine.readTask(ref, signal);
  assert.ok(task);
  const hints = await engine.outputHints?.(task, signal);
  return shown(
    (hints?.earlier ?? []).map(({ source }) => source),
    hints?.odd,
  );
};
