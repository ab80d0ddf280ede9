import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OutputHints } from '../../../../src/domain/engine.ts';
import { createHintSource } from '../../../../src/host/outputLanguage/hintSource.ts';
import { createFakeClock } from '../../../support/fakeClock.ts';
import { createFakeEngine } from '../../../support/fakeEngine.ts';
import { fakeConnection, fakeTask } from '../../../support/fakeTask.ts';

const known: OutputHints = { keys: [{ path: ['a'], source: 'read by b' }], earlier: [] };

function scene(answer: () => Promise<OutputHints>) {
  const clock = createFakeClock();
  let reads = 0;
  const logged: string[] = [];
  const engine = {
    ...createFakeEngine(clock),
    outputHints: async () => {
      reads += 1;
      return answer();
    },
  };
  const write = (message: string) => void logged.push(message);
  const hints = createHintSource({
    clock,
    log: { debug: write, info: write, warn: write, error: write },
    connections: { connected: async () => ({ engine, connection: fakeConnection }) },
  });
  return { clock, hints, logged, reads: () => reads };
}

test('hints are read once for an open document, however often they are asked for', async () => {
  const { hints, reads } = scene(async () => known);
  let told = 0;
  hints.onDidChange(() => (told += 1));

  assert.deepEqual(hints.now(fakeTask).keys, []);
  assert.deepEqual(await hints.soon(fakeTask), known);
  assert.deepEqual(hints.now(fakeTask), known);
  assert.equal(reads(), 1);
  assert.equal(told, 1);
});

test('they are read again after a refresh, and after the document was closed', async () => {
  const { hints, reads } = scene(async () => known);
  await hints.soon(fakeTask);
  hints.expire({ connection: 'another' });
  await hints.soon(fakeTask);
  assert.equal(reads(), 1);

  hints.expire({ connection: fakeTask.ref.connection });
  assert.deepEqual(hints.now(fakeTask), known);
  await hints.soon(fakeTask);
  assert.equal(reads(), 2);

  hints.forget(fakeTask.ref);
  await hints.soon(fakeTask);
  assert.equal(reads(), 3);
});

test('hints that cannot be read are none, and are not asked for again and again', async () => {
  const { hints, reads, logged } = scene(async () => {
    throw new Error('down');
  });

  assert.deepEqual(await hints.soon(fakeTask), { keys: [], earlier: [] });
  assert.deepEqual(await hints.soon(fakeTask), { keys: [], earlier: [] });
  assert.equal(reads(), 1);
  assert.match(logged[0] ?? '', /down/);
});

test('whoever types does not wait for a slow server', async () => {
  const { hints, clock } = scene(() => new Promise(() => {}));
  const soon = hints.soon(fakeTask);
  clock.pass(60_000);

  assert.deepEqual(await soon, { keys: [], earlier: [] });
  hints.dispose();
});
