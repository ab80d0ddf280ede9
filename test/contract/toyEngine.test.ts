import { strict as assert } from 'node:assert';
import { test } from 'node:test';

import { parseConnections } from '../../src/app/parseConnections.ts';
import { engines } from '../../src/engines/engines.ts';
import { createProduct } from '../support/product.ts';
import { definition as toy } from './toy/definition.ts';
import { startToyServer } from './toy/toyServer.ts';

const { signal } = new AbortController();

const productWith = (setting: unknown) => createProduct({ setting, table: [...engines, toy] });

test('a fourth engine is one folder and one entry in the list', async (t) => {
  const server = await startToyServer();
  t.after(() => server.close());
  const { problems, store, updates, journal, waiting } = productWith([
    { id: 'x', name: 'Mine', engine: 'toy', url: server.url, shelf: 'top' },
  ]);
  assert.deepEqual(problems, []);

  const { items: boxes } = await store.workflows('x');
  assert.deepEqual(
    boxes.map(({ name }) => name),
    ['letters'],
  );
  assert.equal(await store.hasExecutions('x'), false);
  const { items: jobs } = await store.tasks('x', { workflow: 'letters' });
  const [base] = jobs;
  assert.ok(base);
  assert.deepEqual(
    (await waiting.current()).map(({ tasks }) => tasks.map(({ name }) => name)),
    [['j1']],
  );

  const submitted = await updates.submit({
    base,
    update: { status: 'done', output: { kind: 'text', text: 'sent' } },
    ask: async () => 'cancel',
    signal,
  });

  assert.ok(submitted.kind === 'settled');
  assert.equal(submitted.entry.outcome.kind, 'confirmed');
  const after = await store.task(base.ref, signal);
  assert.deepEqual([after?.status, after?.output, after?.terminal], ['done', 'sent', true]);
  assert.equal((await journal.list(10)).length, 1);
  assert.equal(server.requests.filter((line) => line.startsWith('PUT')).length, 1);
});

test('the settings of a fourth engine are asked for like those of the others', () => {
  const setting = [{ id: 'x', engine: 'toy', url: 'http://h' }];
  assert.deepEqual(productWith(setting).problems, [
    'Connection 1 of the settings: it needs shelf.',
  ]);
  assert.match(
    parseConnections(setting, engines).problems.join(),
    /must be conductor or cognite or xpander/,
  );
});
