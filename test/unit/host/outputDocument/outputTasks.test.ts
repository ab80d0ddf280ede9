import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseJson } from '../../../../src/domain/json.ts';
import type { JsonObject } from '../../../../src/domain/json.ts';
import { fakeTask } from '../../../support/fakeTask.ts';
import { documentWorld, lasting } from './documentWorld.ts';

test('what the person saw stays what they saw when the task is read again', async () => {
  const { tasks, held } = documentWorld();
  await tasks.base(fakeTask.ref);
  held.task = { ...fakeTask, status: 'COMPLETED' };
  await tasks.reload(fakeTask.ref);
  const latest = tasks.latest(fakeTask.ref);

  assert.equal((await tasks.base(fakeTask.ref))?.status, 'IN_PROGRESS');
  assert.equal(latest.kind === 'known' ? latest.task.status : latest.kind, 'COMPLETED');
});

test('what stood there when somebody began to type outlives the window, digits and all', async () => {
  const before = lasting();
  const output = parseJson('{"n":12345678901234567890}') as JsonObject;
  const first = documentWorld(before);
  first.held.task = { ...fakeTask, output };
  await first.read();
  first.tasks.keepBase(fakeTask.ref);

  const second = documentWorld(before);
  second.held.task = { ...fakeTask, output: { by: 'else' } };
  await second.read();
  second.tasks.keepBase(fakeTask.ref);
  await second.content.write('k', second.path, new TextEncoder().encode('{"mine":1}'));

  const draft = await second.drafts.read(fakeTask.ref);
  assert.deepEqual(draft?.base, { output });
});

test('a text that is begun anew is checked against what is shown then', async () => {
  const before = lasting();
  const first = documentWorld(before);
  await first.read();
  first.tasks.keepBase(fakeTask.ref);
  first.tasks.forget(fakeTask.ref);

  const second = documentWorld(before);
  second.held.task = { ...fakeTask, output: { by: 'else' } };

  assert.deepEqual((await second.tasks.base(fakeTask.ref))?.output, { by: 'else' });
});
