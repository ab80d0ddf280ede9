import { strict as assert } from 'node:assert';
import { after, before, beforeEach } from 'node:test';

import type { Engine } from '../../src/domain/engine.ts';
import type { Task, TaskRef } from '../../src/domain/task.ts';
import { startMock, type TestMock } from './startMock.ts';
import { xpanderEngine } from './xpanderEngine.ts';

const { signal } = new AbortController();

export const xpanderRef = (task: string): TaskRef => ({ connection: 'x1', workflow: '', task });

/** The demo of xpander.ai, planted again for each test of a file. */
export function xpanderScene() {
  let mock: TestMock;
  let engine: Engine;
  before(async () => {
    mock = await startMock();
  });
  beforeEach(async () => {
    await mock.reset();
    engine = xpanderEngine(mock.xpanderUrl);
  });
  after(() => mock.close());

  return {
    mock: () => mock,
    engine: () => engine,
    async read(task: string): Promise<Task> {
      const found = await engine.readTask(xpanderRef(task), signal);
      assert.ok(found, `${task} is gone`);
      return found;
    },
    /** The requests to the server, in order. */
    async paths(run: () => Promise<unknown>): Promise<readonly string[]> {
      await mock.clearRequests();
      await run();
      return (await mock.requests()).map(({ method, path, query }) => `${method} ${path}${query}`);
    },
  };
}
