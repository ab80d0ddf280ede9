import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EngineError } from '../../../../src/domain/engineError.ts';
import type { Task } from '../../../../src/domain/task.ts';
import type { Composition } from '../../../../src/host/compose/composition.ts';
import { documentLenses } from '../../../../src/host/outputDocument/documentLenses.ts';
import { fakeOptions, fakeTask } from '../../../support/fakeTask.ts';
import { documentWorld } from './documentWorld.ts';

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
  assert.deepEqual(
    titles({ ...fakeTask, options: { ...fakeOptions, unavailable: 'It is over.' } }),
    ['$(circle-slash) Cannot be sent: It is over.'],
  );
});

test('where the engine has one way of taking an output, there is nothing to switch', () => {
  const output = { kind: 'object', modes: ['merge'], limitBytes: 200 } as const;
  const task = { ...fakeTask, options: { ...fakeOptions, output } };

  assert.deepEqual(documentLenses({ kind: 'known', task }, 9, {}).at(-1), {
    title: '9 bytes of 200 bytes, merged into what is there',
  });
});
