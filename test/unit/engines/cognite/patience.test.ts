import { strict as assert } from 'node:assert';
import { test } from 'node:test';

import { createDrafts } from '../../../../src/app/drafts/drafts.ts';
import { createJournal } from '../../../../src/app/journal/journal.ts';
import type { SettledEntry } from '../../../../src/app/journal/settledEntry.ts';
import { createUpdates } from '../../../../src/app/updates/updates.ts';
import type { Connection } from '../../../../src/domain/connection.ts';
import type { Engine } from '../../../../src/domain/engine.ts';
import type { TaskUpdate } from '../../../../src/domain/taskUpdate.ts';
import { createCogniteClient, waitingTask } from '../../../support/cogniteClient.ts';
import { cogniteConnection, cogniteEngine } from '../../../support/cogniteEngine.ts';
import { createFakeStorage } from '../../../support/fakeStorage.ts';
import { startMock, type TestMock } from '../../../support/startMock.ts';
import { signal } from './builders.ts';

const quiet = () => undefined;
const log = { debug: quiet, info: quiet, warn: quiet, error: quiet };

/** Runs a whole update; each wait moves the server's clock forward. */
async function submit(
  mock: TestMock,
  { connection, engine }: { readonly connection: Connection; readonly engine: Engine },
  scene: { readonly definition: object; readonly update: TaskUpdate },
): Promise<SettledEntry> {
  const client = createCogniteClient(mock.cogniteUrl);
  await client.define('w', [waitingTask('ask', scene.definition)]);
  const node = (await engine.readExecution?.(await client.run('w'), signal))?.nodes[0];
  assert.ok(node?.kind === 'task');
  let time = Date.now();
  const clock = {
    now: () => time,
    async wait(ms: number) {
      time += ms;
      await mock.advanceClock(ms);
    },
  };
  const storage = createFakeStorage();
  const updates = createUpdates({
    connected: async () => ({ engine, connection }),
    drafts: createDrafts({ storage, clock }),
    journal: createJournal({ storage, keep: () => 10 }),
    clock,
    log,
    newId: () => 'id',
  });
  const done = await updates.submit({
    base: node.task,
    update: scene.update,
    ask: async () => 'send',
    signal,
  });
  assert.ok(done.kind === 'settled');
  return done.entry;
}

const table: readonly {
  readonly title: string;
  readonly lagMs: number;
  readonly definition: object;
  readonly status: string;
  readonly outcome: string;
  readonly after: string;
}[] = [
  {
    title: 'an update that shows after five seconds is confirmed',
    lagMs: 5_000,
    definition: {},
    status: 'COMPLETED',
    outcome: 'confirmed',
    after: 'COMPLETED',
  },
  {
    title: 'a failure that the execution skips is confirmed as what it becomes',
    lagMs: 2_000,
    definition: { retries: 0, onFailure: 'skipTask' },
    status: 'FAILED',
    outcome: 'confirmed',
    after: 'COMPLETED_WITH_ERRORS',
  },
  {
    title: 'a failure that is tried again is confirmed on the attempt that failed',
    lagMs: 0,
    definition: { retries: 1 },
    status: 'FAILED',
    outcome: 'confirmed',
    after: 'FAILED',
  },
  {
    title: 'an update that does not show in time is pending, not confirmed',
    lagMs: 3_600_000,
    definition: { timeout: 43_200 },
    status: 'COMPLETED',
    outcome: 'pending',
    after: 'IN_PROGRESS',
  },
];

for (const { title, lagMs, definition, status, outcome, after } of table) {
  test(title, async () => {
    const mock = await startMock({ seed: 'empty', cognite: { visibleAfterMs: lagMs } });
    try {
      const connection = cogniteConnection(mock.cogniteUrl);
      const engine = cogniteEngine(connection);
      const output = { kind: 'object', mode: 'merge', value: { approved: true } } as const;
      const update = { status, output };

      const entry = await submit(mock, { connection, engine }, { definition, update });

      assert.equal(entry.outcome.kind, outcome, JSON.stringify(entry.outcome));
      assert.equal(entry.outcome.after?.status, after);
      const sent = (await mock.requests()).filter(({ path }) => path.endsWith('/update'));
      assert.equal(sent.length, 1);
    } finally {
      await mock.close();
    }
  });
}
