import { strict as assert } from 'node:assert';
import { describe, test } from 'node:test';

import type { Engine } from '../../src/domain/engine.ts';
import type { Execution, ExecutionFilter, Page, PageRequest } from '../../src/domain/execution.ts';
import type { Task, TaskRef } from '../../src/domain/task.ts';
import type { StatusOption } from '../../src/domain/taskUpdate.ts';
import type { Stage, StageOptions, Subject } from './subject.ts';
import { subjects } from './subjects.ts';

export const { signal } = new AbortController();

type Case = (stage: Stage, subject: Subject) => Promise<void>;
export type Contract = (title: string, run: Case, options?: StageOptions) => void;

/** Runs every case against every engine, each on its own server. */
export function contract(about: string, define: (it: Contract) => void): void {
  for (const subject of subjects) {
    describe(`${subject.name}: ${about}`, () => {
      define((title, run, options) => {
        test(title, async () => {
          const stage = await subject.start(options);
          try {
            await run(stage, subject);
          } finally {
            await stage.mock.close();
          }
        });
      });
    });
  }
}

/** Reads the task again; fails the test where it does not exist. */
export async function readTask(engine: Engine, ref: TaskRef): Promise<Task> {
  const task = await engine.readTask(ref, signal);
  assert.ok(task, `task ${ref.task} is gone`);
  return task;
}

/** A row directly below a workflow: an execution, or a task where there are no executions. */
export interface Run {
  readonly id: string;
  readonly status: string;
  readonly startedAt: number;
}

export async function listRuns(
  engine: Engine,
  filter: ExecutionFilter,
  page: PageRequest = { size: 50 },
): Promise<Page<Run>> {
  const executions = await engine.listExecutions?.(filter, page, signal);
  if (executions !== undefined) {
    const toRun = ({ id, status, startedAt = 0 }: Execution) => ({ id, status, startedAt });
    return { ...executions, items: executions.items.map(toRun) };
  }
  const tasks = await engine.listTasks?.(filter, page, signal);
  assert.ok(tasks, 'this engine lists neither executions nor tasks');
  const toRun = ({ ref, status, scheduledAt = 0 }: Task) => ({
    id: ref.task,
    status,
    startedAt: scheduledAt,
  });
  return { ...tasks, items: tasks.items.map(toRun) };
}

/** The id of a planted task's execution, or its own id where there are no executions. */
export function runOf(ref: TaskRef): string {
  return ref.execution ?? ref.task;
}

/** The status with this role; every open task has one. */
export function statusOf(task: Task, role: NonNullable<StatusOption['role']>): string {
  const option = task.options.statuses.find((found) => found.role === role);
  assert.ok(option, `no status for ${role}`);
  return option.status;
}

/** Saves the task where possible, so that the engine learns its server's capabilities. */
export async function saveAsItIs(engine: Engine, task: Task): Promise<void> {
  if (!canSave(task)) return;
  await engine.send(task, { status: statusOf(task, 'save') }, signal);
}

/** True where the task accepts an update that leaves it open. */
export function canSave(task: Task): boolean {
  return task.options.statuses.some(({ role }) => role === 'save');
}

/** Clears the request log, so that a test counts its own requests only. */
export async function requestsOf(stage: Stage, run: () => Promise<unknown>): Promise<string[]> {
  await stage.mock.clearRequests();
  await run();
  return (await stage.mock.requests()).map(({ method, path }) => `${method} ${path}`);
}
