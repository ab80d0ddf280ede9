import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { LosslessNumber } from 'lossless-json';
import { createDrafts } from '../../../../src/app/drafts/drafts.ts';
import type { Draft } from '../../../../src/app/drafts/drafts.ts';
import { createFileStorage } from '../../../../src/host/storage.ts';
import type { JsonObject } from '../../../../src/domain/json.ts';
import type { TaskUpdate } from '../../../../src/domain/taskUpdate.ts';
import { denies, engineError, fails, ignores, takes } from '../../../support/fakeEngine.ts';
import type { SendStep } from '../../../support/fakeEngine.ts';
import { fakeConnection, fakeTask } from '../../../support/fakeTask.ts';
import { createFakeWorld, openWindow, requestFor } from '../../../support/fakeWorld.ts';

const named = { ref: fakeTask.ref, connectionName: 'Local', taskName: 'approve' };

test('a draft comes back as it was written, in another window, to the digit', async () => {
  const world = createFakeWorld();
  const draft: Omit<Draft, 'savedAt'> = {
    ...named,
    status: 'COMPLETED',
    mode: 'replace',
    text: '{ "a": 1.10, // why\n}',
    reason: 'r',
    fields: { callback: new LosslessNumber('12345678901234567890') },
  };

  await openWindow(world).drafts.write(draft);

  const read = await openWindow(world).drafts.read(fakeTask.ref);
  assert.deepEqual(read, { ...draft, savedAt: world.clock.now() });
});

test('a draft of an older version keeps what it calls seen as its base', async () => {
  const world = createFakeWorld();
  const { drafts } = openWindow(world);
  await drafts.write({ ...named, text: '{}', base: { output: { amount: 1 } } });
  for (const [key, text] of world.storage.documents) {
    world.storage.documents.set(key, text.replace('"base"', '"seen"'));
  }

  const read = await drafts.read(named.ref);

  assert.deepEqual(read?.base, { output: { amount: 1 } });
  await drafts.write({ ...named, ...read, text: '{"amount": 2}' });
  const [stored = ''] = world.storage.documents.values();
  assert.deepEqual((JSON.parse(stored) as JsonObject)['base'], { output: { amount: 1 } });
  assert.ok(!stored.includes('"seen"'));
});

test('drafts are listed newest first, and corrupt ones are left out', async () => {
  const world = createFakeWorld();
  const { drafts } = openWindow(world);
  for (const task of ['a/1', 'b%2', 'c']) {
    await drafts.write({ ...named, ref: { ...fakeTask.ref, task }, text: task });
    world.clock.pass(10);
  }
  for (const text of ['', '{', '[]', 'null', '{"ref":1}', '{"savedAt":1,"ref":{}}']) {
    world.storage.documents.set(`drafts/x${text}`, text);
  }

  const list = await drafts.list();

  assert.deepEqual(
    list.map((draft) => draft.text),
    ['c', 'b%2', 'a/1'],
  );
});

test('a draft has a file of its own, in whatever letters its connection was named', async (t) => {
  const root = mkdtempSync(join(tmpdir(), 'wt-drafts-'));
  t.after(() => rmSync(root, { recursive: true, force: true }));
  const { clock } = createFakeWorld();
  const drafts = createDrafts({ storage: createFileStorage(root), clock });
  const uuid = '0b6a1c1e-5f6d-4c3a-9f0e-1f2e3d4c5b6a';
  const refs = [
    ...['местное производство, линия 2', '本番環境のワークフロー', 'x'.repeat(90)].map(
      (connection) => ({
        ...fakeTask.ref,
        connection,
        execution: uuid,
        task: uuid,
      }),
    ),
    { ...fakeTask.ref, connection: 'a', execution: 'b/c', task: 'd' },
    { ...fakeTask.ref, connection: 'a', execution: 'b', task: 'c/d' },
    { ...fakeTask.ref, connection: 'a', execution: 'b%2Fc', task: 'd' },
  ];

  for (const ref of refs) await drafts.write({ ...named, ref, text: JSON.stringify(ref) });

  for (const ref of refs) assert.equal((await drafts.read(ref))?.text, JSON.stringify(ref));
  assert.equal((await drafts.list()).length, refs.length);
});

test('listeners hear of every change until they stop listening', async () => {
  const { drafts } = openWindow(createFakeWorld());
  let heard = 0;
  const stop = drafts.onDidChange(() => {
    heard += 1;
  });

  await drafts.write(named);
  await drafts.remove(named.ref);
  stop();
  await drafts.write(named);

  assert.equal(heard, 2);
});

const fates: readonly (readonly [string, SendStep, boolean])[] = [
  ['confirmed', takes, false],
  ['not applied: nothing happened', ignores, true],
  ['not applied: denied', denies, true],
  ['not applied: refused', fails(engineError('forbidden', { nothingApplied: true })), true],
  ['unknown', fails(engineError('timeout')), true],
];

for (const [name, step, stays] of fates) {
  test(`${name}: the draft ${stays ? 'stays' : 'goes'}`, async () => {
    const world = createFakeWorld();
    world.engine.sendSteps = [step];
    const { updates, drafts } = openWindow(world);

    await updates.submit(requestFor(world));

    assert.equal((await drafts.list()).length, stays ? 1 : 0);
  });
}

test('a pending update keeps its draft', async () => {
  const world = createFakeWorld();
  world.engine.visibleWithinMs = 10_000;
  world.engine.sendSteps = [ignores];
  const { updates, drafts } = openWindow(world);

  await updates.submit(requestFor(world));

  assert.equal((await drafts.list()).length, 1);
});

test('what was typed is written down before anything is asked of the server', async () => {
  const world = createFakeWorld();
  world.connectError = engineError('unsupported', { nothingApplied: true });
  const { updates, drafts } = openWindow(world);
  const update: TaskUpdate = {
    status: 'COMPLETED',
    output: { kind: 'object', mode: 'replace', value: { n: new LosslessNumber('1.10') } },
    reason: 'r',
    fields: { logs: ['a'] },
  };

  await assert.rejects(updates.submit(requestFor(world, { update })), { kind: 'unsupported' });

  assert.deepEqual(await drafts.read(fakeTask.ref), {
    ref: fakeTask.ref,
    connectionName: 'c1',
    taskName: 'approve',
    status: 'COMPLETED',
    kind: 'object',
    mode: 'replace',
    text: '{\n  "n": 1.10\n}',
    base: { output: {} },
    reason: 'r',
    fields: { logs: ['a'] },
    savedAt: world.clock.now(),
  });
});

test('the draft shows the connection by its name as soon as that is known', async () => {
  const world = createFakeWorld();
  world.connection = { ...fakeConnection, readOnly: true };
  const { updates, drafts } = openWindow(world);

  await updates.submit(requestFor(world));

  assert.equal((await drafts.read(fakeTask.ref))?.connectionName, 'Local');
});

test('a status alone makes no draft', async () => {
  const world = createFakeWorld();

  await openWindow(world).updates.submit(requestFor(world, { update: { status: 'COMPLETED' } }));

  assert.deepEqual(
    world.storage.writes.filter((key) => key.startsWith('drafts/')),
    [],
  );
});

interface Standing {
  readonly name: string;
  readonly draft: Partial<Draft>;
  readonly update: TaskUpdate;
  /** What is left of the draft after the update was confirmed. Undefined: nothing. */
  readonly left: Partial<Draft> | undefined;
}

const ok = { kind: 'object', mode: 'merge', value: { ok: true } } as const;
const standing: readonly Standing[] = [
  {
    name: 'the draft that was sent goes, comments and all',
    draft: { text: '{ "ok": true, /* yes */ }' },
    update: { status: 'COMPLETED', output: ok },
    left: undefined,
  },
  {
    name: 'a draft with another output stays when only a status was sent',
    draft: { text: '{ "much": "work" }' },
    update: { status: 'COMPLETED' },
    left: { text: '{ "much": "work" }' },
  },
  {
    name: 'a draft that was typed on meanwhile stays',
    draft: { text: '{ "ok": true, "more": 1 }' },
    update: { status: 'COMPLETED', output: ok },
    left: { text: '{ "ok": true, "more": 1 }' },
  },
  {
    name: 'a draft that is no JSON stays',
    draft: { text: '{ "ok": tr' },
    update: { status: 'COMPLETED', output: ok },
    left: { text: '{ "ok": tr' },
  },
  {
    name: 'a draft with another reason stays',
    draft: { text: '{"ok":true}', reason: 'long story' },
    update: { status: 'COMPLETED', output: ok, reason: 'short' },
    left: { text: '{"ok":true}', reason: 'long story' },
  },
  {
    name: 'a draft of comments and empty braces goes with a status alone',
    draft: { text: '// later\n{}', reason: ' ' },
    update: { status: 'COMPLETED' },
    left: undefined,
  },
  {
    name: 'a reason that was sent without its blanks goes',
    draft: { reason: ' why ' },
    update: { status: 'COMPLETED', reason: 'why' },
    left: undefined,
  },
  {
    name: 'a text that is no JSON stays when only a status was sent',
    draft: { text: 'my answer' },
    update: { status: 'COMPLETED' },
    left: { text: 'my answer' },
  },
  {
    name: 'a blank draft goes',
    draft: { text: '  ' },
    update: { status: 'COMPLETED' },
    left: undefined,
  },
];

for (const { name, draft, update, left } of standing) {
  test(name, async () => {
    const world = createFakeWorld();
    const { updates, drafts } = openWindow(world);
    await drafts.write({ ...named, ...draft });

    const submitted = await updates.submit(requestFor(world, { update }));

    assert.equal(submitted.kind === 'settled' && submitted.entry.outcome.kind, 'confirmed');
    const after = await drafts.read(fakeTask.ref);
    const expected =
      left === undefined ? undefined : { ...named, ...left, savedAt: world.clock.now() };
    assert.deepEqual(after, expected);
  });
}

test('a standing draft keeps its own words and gains what it lacks', async () => {
  const world = createFakeWorld();
  world.engine.sendSteps = [denies];
  const { updates, drafts } = openWindow(world);
  await drafts.write({ ...named, text: '{ "ok": true } // typed' });

  await updates.submit(
    requestFor(world, { update: { status: 'FAILED', output: ok, reason: 'r' } }),
  );

  const draft = await drafts.read(fakeTask.ref);
  assert.equal(draft?.text, '{ "ok": true } // typed');
  assert.equal(draft.reason, 'r');
});

test('a draft that cannot be written does not stop an update that can be journaled', async () => {
  const world = createFakeWorld();
  world.storage.afterWrite = async (key) => {
    if (key.startsWith('drafts/')) throw new Error('disk full');
  };
  const { updates, log } = openWindow(world);

  const submitted = await updates.submit(requestFor(world));

  assert.equal(submitted.kind, 'settled');
  assert.match(log.join('\n'), /The draft of approve could not be kept: disk full/);
});
