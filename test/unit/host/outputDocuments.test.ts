import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createDrafts } from '../../../src/app/drafts/drafts.ts';
import { EngineError } from '../../../src/domain/engineError.ts';
import { parseJson } from '../../../src/domain/json.ts';
import type { JsonObject } from '../../../src/domain/json.ts';
import type { Task } from '../../../src/domain/task.ts';
import type { Composition } from '../../../src/host/compose/composition.ts';
import { documentLenses } from '../../../src/host/outputDocument/documentStatus.ts';
import { createOutputContent } from '../../../src/host/outputDocument/outputContent.ts';
import { createOutputTasks } from '../../../src/host/outputDocument/outputTasks.ts';
import { createSeenTasks } from '../../../src/host/outputDocument/seenTasks.ts';
import { savedAs } from '../../../src/host/compose/savedAs.ts';
import { createFakeClock } from '../../support/fakeClock.ts';
import { createFakeStorage } from '../../support/fakeStorage.ts';
import { fakeConnection, fakeOptions, fakeTask } from '../../support/fakeTask.ts';

/** What outlives a window. */
function lasting() {
  const kept = new Map<string, string>();
  return {
    storage: createFakeStorage(),
    memory: {
      get: (key: string) => kept.get(key),
      update: async (key: string, value: string | undefined) =>
        void (value === undefined ? kept.delete(key) : kept.set(key, value)),
    },
  };
}

function documentWorld({ storage, memory } = lasting()) {
  const clock = createFakeClock();
  const drafts = createDrafts({ storage, clock });
  const held: { task: Task | undefined; reads: number; error: Error | undefined } = {
    task: { ...fakeTask, output: { a: 1 } },
    reads: 0,
    error: undefined,
  };
  const store = {
    task: async () => {
      held.reads += 1;
      if (held.error !== undefined) throw held.error;
      return held.task;
    },
  };
  const connections = { find: () => fakeConnection };
  const tasks = createOutputTasks({ store, connections, seenTasks: createSeenTasks(memory) });
  const content = createOutputContent({ drafts, clock, tasks, connectionName: () => 'Local' });
  const path = {
    ref: fakeTask.ref,
    connectionName: 'Local',
    workflowName: 'loan',
    taskName: 'approve',
    kind: 'object',
  } as const;
  const read = async () => {
    const found = await content.read('k', path);
    return found === undefined ? undefined : new TextDecoder().decode(found.bytes);
  };
  return { clock, drafts, held, tasks, content, path, read };
}

test('a document opens with what the engine holds, with one request', async () => {
  const { read, held, tasks } = documentWorld();
  tasks.latest(fakeTask.ref);

  assert.equal(await read(), '{\n  "a": 1\n}\n');
  assert.equal(await read(), '{\n  "a": 1\n}\n');
  assert.equal(held.reads, 1);
});

test('saving keeps the draft, which is what the document opens with from then on', async () => {
  const { read, content, path, drafts } = documentWorld();
  await read();
  await content.write('k', path, new TextEncoder().encode('{ // mine\n}'));

  assert.equal(await read(), '{ // mine\n}');
  assert.equal((await drafts.read(fakeTask.ref))?.text, '{ // mine\n}');
});

test('a draft opens even where the task cannot be read', async () => {
  const { read, drafts, held } = documentWorld();
  held.error = new EngineError('network', 'down', { nothingApplied: true });
  await drafts.write({ ref: fakeTask.ref, connectionName: 'c', taskName: 'n', text: '{}' });

  assert.equal(await read(), '{}');
});

test('the file grows newer only when its text changes', async () => {
  const { content, path, clock, drafts } = documentWorld();
  const first = await content.read('k', path);
  clock.pass(1000);
  const same = await content.read('k', path);
  await drafts.write({ ref: fakeTask.ref, connectionName: 'c', taskName: 'n', text: '{"b":2}' });
  const isMoved = await content.hasMoved('k', path);
  const next = await content.read('k', path);

  assert.equal(same?.mtime, first?.mtime);
  assert.equal(isMoved, true);
  assert.ok((next?.mtime ?? 0) > (first?.mtime ?? 0));
});

test('what the person saw stays what they saw when the task is read again', async () => {
  const { tasks, held } = documentWorld();
  await tasks.seen(fakeTask.ref);
  held.task = { ...fakeTask, status: 'COMPLETED' };
  await tasks.reload(fakeTask.ref);
  const latest = tasks.latest(fakeTask.ref);

  assert.equal((await tasks.seen(fakeTask.ref))?.status, 'IN_PROGRESS');
  assert.equal(latest.kind === 'known' ? latest.task.status : latest.kind, 'COMPLETED');
});

test('a document that is gone or cannot be read says so above its first line', async () => {
  const { tasks, held } = documentWorld();
  held.task = undefined;
  await tasks.reload(fakeTask.ref);
  assert.equal(tasks.latest(fakeTask.ref).kind, 'gone');

  held.error = new EngineError('network', 'refused', { nothingApplied: true });
  await tasks.reload(fakeTask.ref);
  const state = tasks.latest(fakeTask.ref);

  assert.equal(state.kind, 'failed');
  assert.match(documentLenses(state, undefined, {})[0]?.title ?? '', /refused/);
});

test('the lenses offer what the task takes, and the size against the limit', () => {
  const titles = (task: Task, bytes?: number, draft: Composition = {}) =>
    documentLenses({ kind: 'known', task }, bytes, draft).map(({ title }) => title);

  assert.deepEqual(titles(fakeTask, 120), [
    '$(check) Complete',
    '$(x) Fail',
    '$(cloud-upload) Save Progress',
    '$(send) Send…',
    '$(diff) Compare',
    '120 bytes of 200 bytes',
    '$(arrow-swap) merged',
  ]);
  assert.ok(titles(fakeTask, 1, { status: 'FAILED' }).includes('$(send) Send as FAILED…'));
  assert.equal(titles(fakeTask, 1, { mode: 'replace' }).at(-1), '$(arrow-swap) replaced');
  assert.deepEqual(titles({ ...fakeTask, options: { ...fakeOptions, refusal: 'It is over.' } }), [
    '$(circle-slash) Cannot be sent: It is over.',
  ]);
});

test('where the engine has one way of taking an output, there is nothing to switch', () => {
  const output = { kind: 'object', modes: ['merge'], limitBytes: 200 } as const;
  const task = { ...fakeTask, options: { ...fakeOptions, output } };

  assert.deepEqual(documentLenses({ kind: 'known', task }, 9, {}).at(-1), {
    title: '9 bytes of 200 bytes, merged into what is there',
  });
});

test('progress is saved with the status for that, or with none where the engine keeps it', () => {
  const written = { text: '{}', status: 'FAILED' };
  const statuses = fakeOptions.statuses.filter(({ role }) => role !== 'save');
  const keeping = {
    ...fakeTask,
    options: { ...fakeOptions, statuses, canKeepStatus: true },
  } as const;
  const ending = { ...fakeTask, options: { ...fakeOptions, statuses } };

  assert.deepEqual(savedAs(fakeTask, written), { text: '{}', status: 'IN_PROGRESS' });
  assert.deepEqual(savedAs(keeping, written), { text: '{}' });
  assert.equal(savedAs(ending, written), undefined);
});

test('a save that comes after its text was confirmed brings no draft back', async () => {
  const { content, path, drafts } = documentWorld();
  const write = (text: string) => content.write('k', path, new TextEncoder().encode(text));
  const release = content.suspendSaves('k', '{"sent":1}');

  await write('{"sent":1}');
  assert.equal(await drafts.read(fakeTask.ref), undefined);

  await write('{"sent":1,"more":2}');
  assert.equal((await drafts.read(fakeTask.ref))?.text, '{"sent":1,"more":2}');

  release();
  await write('{"sent":1}');
  assert.equal((await drafts.read(fakeTask.ref))?.text, '{"sent":1}');
});

test('what is saved in a text document is known to be text', async () => {
  const { content, path, drafts } = documentWorld();
  const text = { ...path, workflowName: 'Loans', kind: 'text' } as const;
  await content.write('k', text, new TextEncoder().encode('Approved.'));

  const draft = await drafts.read(fakeTask.ref);

  assert.deepEqual([draft?.kind, draft?.workflowName], ['text', 'Loans']);
});

test('what stood there when somebody began to type outlives the window, digits and all', async () => {
  const before = lasting();
  const output = parseJson('{"n":12345678901234567890}') as JsonObject;
  const first = documentWorld(before);
  first.held.task = { ...fakeTask, output };
  await first.read();
  first.tasks.keepSeen(fakeTask.ref);

  const second = documentWorld(before);
  second.held.task = { ...fakeTask, output: { by: 'else' } };
  await second.read();
  second.tasks.keepSeen(fakeTask.ref);
  await second.content.write('k', second.path, new TextEncoder().encode('{"mine":1}'));

  const draft = await second.drafts.read(fakeTask.ref);
  assert.deepEqual(draft?.base, { output });
});

test('a text that is begun anew is checked against what is shown then', async () => {
  const before = lasting();
  const first = documentWorld(before);
  await first.read();
  first.tasks.keepSeen(fakeTask.ref);
  first.tasks.forget(fakeTask.ref);

  const second = documentWorld(before);
  second.held.task = { ...fakeTask, output: { by: 'else' } };

  assert.deepEqual((await second.tasks.seen(fakeTask.ref))?.output, { by: 'else' });
});
