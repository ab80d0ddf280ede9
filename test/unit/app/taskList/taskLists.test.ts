import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTaskLists } from '../../../../src/app/taskList/taskLists.ts';
import { parseJson } from '../../../../src/domain/json.ts';
import type { JsonObject } from '../../../../src/domain/json.ts';
import { createFakeClock } from '../../../support/fakeClock.ts';
import { createFakeStorage } from '../../../support/fakeStorage.ts';
import { fakeOptions } from '../../../support/fakeTask.ts';
import { listOf, taskOf } from './sampleList.ts';

function open() {
  const storage = createFakeStorage();
  const clock = createFakeClock();
  return { storage, clock, lists: createTaskLists(storage, clock) };
}

test('a list is read again as it was written, to the last digit', async () => {
  const { storage, clock, lists } = open();
  const output = parseJson('{"n":12345678901234567890,"f":1.0}') as JsonObject;
  const list = listOf(taskOf('1', { output }));

  await lists.write(list);

  assert.deepEqual(await createTaskLists(storage, clock).read('list'), list);
  assert.deepEqual(await lists.all(), [list]);
});

test('a list of an older version is read: its tasks call their base seen', async () => {
  const { storage, lists } = open();
  const list = listOf(taskOf('1'), taskOf('2'));
  await lists.write(list);
  for (const [key, text] of storage.documents) {
    storage.documents.set(key, text.replaceAll('"base"', '"seen"'));
  }

  assert.deepEqual(await lists.read('list'), list);
});

test('a list of an older version is read: its options call a reason refusal', async () => {
  const { storage, lists } = open();
  const [status, ...others] = fakeOptions.statuses;
  assert.ok(status);
  const statuses = [{ ...status, unavailable: 'not now' }, ...others];
  const options = { ...fakeOptions, unavailable: 'over', statuses };
  const task = taskOf('1', { options, output: { refusal: 'theirs' } });
  const { tasks, ...rest } = listOf(task);
  const list = { ...rest, tasks: tasks.map((listed) => ({ ...listed, now: task })) };
  await lists.write(list);
  for (const [key, text] of storage.documents) {
    storage.documents.set(key, text.replaceAll('"unavailable"', '"refusal"'));
  }

  assert.deepEqual(await lists.read('list'), list);
});

test('a text is kept as typed, and its time moves on with every save alone', async () => {
  const { storage, clock, lists } = open();
  const typed = 'half a { line \u2028 🐎\r\n';

  const first = await lists.writeText('list', typed);
  const second = await lists.writeText('list', typed);

  assert.ok(second.savedAt > first.savedAt);
  clock.pass(60_000);
  assert.deepEqual(await createTaskLists(storage, clock).readText('list'), second);
  assert.equal(second.text, typed);
});

test('what was removed is gone, text and all', async () => {
  const { storage, lists } = open();
  await lists.write(listOf(taskOf('1')));
  await lists.writeText('list', 'text');

  await lists.remove('list');

  assert.deepEqual([...storage.documents], []);
});

test('what is torn or foreign is not there', async () => {
  const { storage, lists } = open();
  const torn = [
    '{"id":',
    '[]',
    '{"id":"x"}',
    '{"id":"x","title":"t","source":{},"readAt":1,"tasks":[{}]}',
  ];
  for (const [index, text] of torn.entries()) storage.documents.set(`taskLists/${index}`, text);
  storage.documents.set('taskTexts/0', '{"text":1}');

  assert.deepEqual(await lists.all(), []);
  assert.equal(await lists.read('3'), undefined);
  assert.equal(await lists.readText('0'), undefined);
});

test('a list of an older version is read: its tasks call their engine fields facts', async () => {
  const { storage, lists } = open();
  const list = listOf(taskOf('1', { engineFields: { worker: true } }));
  await lists.write(list);
  for (const [key, text] of storage.documents) {
    storage.documents.set(key, text.replaceAll('"engineFields"', '"facts"'));
  }

  assert.deepEqual(await lists.read('list'), list);
});

test('a list with a task that could not be shown is not there', async () => {
  const { storage, lists } = open();
  await lists.write(listOf(taskOf('1')));
  const [[key, text] = ['', '']] = storage.documents;
  const odd = [
    text.replace(/"statuses":\[.*?\}\]/, '"statuses":{}'),
    text.replace('"fields":[', '"fields":[5,'),
    text.replace('"engineFields":{}', '"engineFields":null'),
    text.replace('{"kind":"waiting"}', '{"kind":"planet"}'),
  ];

  for (const one of odd) {
    assert.notEqual(one, text);
    storage.documents.set(key, one);
    assert.equal(await lists.read('list'), undefined, one);
  }
});
