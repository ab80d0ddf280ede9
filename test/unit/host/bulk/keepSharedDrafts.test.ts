import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BulkItem } from '../../../../src/app/bulk/bulkItem.ts';
import { createDrafts } from '../../../../src/app/drafts/drafts.ts';
import { dropSharedDrafts, keepSharedDrafts } from '../../../../src/host/bulk/keepSharedDrafts.ts';
import { itemsOf } from '../../../support/bulkItems.ts';
import { createFakeClock } from '../../../support/fakeClock.ts';
import { createFakeStorage } from '../../../support/fakeStorage.ts';
import { fakeConnection } from '../../../support/fakeTask.ts';

function createWorld() {
  const drafts = createDrafts({ storage: createFakeStorage(), clock: createFakeClock() });
  const warnings: string[] = [];
  const log = { warn: (text: string) => void warnings.push(text) };
  return { drafts, log, connections: { find: () => fakeConnection }, warnings };
}

function withOutput(items: readonly BulkItem[], outputOf: (index: number) => number) {
  return items.map((item, index): BulkItem => {
    const value = { number: outputOf(index) };
    return {
      ...item,
      update: { ...item.update, output: { kind: 'object', mode: 'merge', value } },
    };
  });
}

test('the same output for a thousand tasks is one draft, at the first of them', async () => {
  const world = createWorld();
  const items = withOutput(itemsOf(1_000), () => 7);

  assert.deepEqual(await keepSharedDrafts(world, items), [items[0]?.base.ref]);
  const drafts = await world.drafts.list();
  assert.deepEqual(
    drafts.map(({ ref, text }) => [ref.task, text]),
    [['t1', '{\n  "number": 7\n}']],
  );
});

test('different outputs are kept each; many of them keep themselves', async () => {
  const world = createWorld();
  assert.equal(
    (
      await keepSharedDrafts(
        world,
        withOutput(itemsOf(40), (index) => index % 3),
      )
    ).length,
    3,
  );

  const other = createWorld();
  assert.deepEqual(
    await keepSharedDrafts(
      other,
      withOutput(itemsOf(40), (index) => index),
    ),
    [],
  );
  assert.deepEqual(await other.drafts.list(), []);
});

test('a draft with other text stays, and what was typed is kept at the next task', async () => {
  const world = createWorld();
  const [first, second] = withOutput(itemsOf(3), () => 7);
  assert.ok(first && second);
  const mine = { ref: first.base.ref, connectionName: 'Shop', taskName: 'mine', text: '{"a": 1}' };
  await world.drafts.write(mine);

  assert.deepEqual(
    await keepSharedDrafts(
      world,
      withOutput(itemsOf(3), () => 7),
    ),
    [second.base.ref],
  );
  assert.equal((await world.drafts.read(first.base.ref))?.text, '{"a": 1}');
  assert.equal((await world.drafts.read(second.base.ref))?.text, '{\n  "number": 7\n}');
});

test('a draft whose text was emptied has room', async () => {
  const world = createWorld();
  const items = withOutput(itemsOf(1), () => 7);
  const { ref } = items[0]?.base ?? assert.fail();
  await world.drafts.write({ ref, connectionName: 'Shop', taskName: 'mine', text: ' ' });

  await keepSharedDrafts(world, items);
  assert.equal((await world.drafts.read(ref))?.text, '{\n  "number": 7\n}');
});

test('a status alone is no draft', async () => {
  const world = createWorld();
  assert.deepEqual(await keepSharedDrafts(world, itemsOf(3)), []);
  assert.deepEqual(await world.drafts.list(), []);
});

test('the draft goes where its task was left out and all others were sent', async () => {
  const world = createWorld();
  const items = withOutput(itemsOf(2), () => 7);
  const kept = await keepSharedDrafts(world, items);

  await dropSharedDrafts(world, kept, items.slice(1));
  assert.equal((await world.drafts.list()).length, 1);
  await dropSharedDrafts(world, kept, items);
  assert.equal((await world.drafts.list()).length, 0);
});

test('the draft stays where somebody wrote on in it while the others were sent', async () => {
  const world = createWorld();
  const items = withOutput(itemsOf(2), () => 7);
  const kept = await keepSharedDrafts(world, items);
  const { ref } = items[0]?.base ?? assert.fail();
  await world.drafts.write({ ref, connectionName: 'Shop', taskName: 'mine', text: '{"more": 8}' });

  await dropSharedDrafts(world, kept, items);
  assert.equal((await world.drafts.read(ref))?.text, '{"more": 8}');
});
