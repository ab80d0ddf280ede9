import { strict as assert } from 'node:assert';
import { describe, test } from 'node:test';

import type { Engine } from '../../src/domain/engine.ts';
import type { Execution, ExecutionFilter, Page, PageRequest } from '../../src/domain/execution.ts';
import type { Task, TaskRef } from '../../src/domain/task.ts';
import type { Stage, StageOptions, Subject } from './subject.ts';
import { subjects } from './subjects.ts';

export const { signal } = new AbortController();

type Case = (stage: Stage, subject: Subject) => Promise<void>;
export type Contract = (title: string, run: Case, options?: StageOptions) => void;

/** Holds every case against every engine, each on a server of its own. */
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

/** The task as it is now; a task that is gone fails the test. */
export async function readTask(engine: Engine, ref: TaskRef): Promise<Task> {
  const task = await engine.readTask(ref, signal);
  assert.ok(task, `task ${ref.task} is gone`);
  return task;
}

export async function listExecutions(
  engine: Engine,
  filter: ExecutionFilter,
  page: PageRequest = { size: 50 },
): Promise<Page<Execution>> {
  const found = await engine.listExecutions?.(filter, page, signal);
  assert.ok(found, 'this engine lists no executions');
  return found;
}

/** Forgets what was asked so far, so that a test counts its own requests only. */
export async function requestsOf(stage: Stage, run: () => Promise<unknown>): Promise<string[]> {
  await stage.mock.clearRequests();
  await run();
  return (await stage.mock.requests()).map(({ method, path }) => `${method} ${path}`);
}
