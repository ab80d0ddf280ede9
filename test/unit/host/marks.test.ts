import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createChangeEvent } from '../../../src/app/changeEvent.ts';
import type { Phase } from '../../../src/app/updates/submitRequest.ts';
import type { JournalEntry } from '../../../src/domain/outcome.ts';
import { createMarks } from '../../../src/host/send/marks.ts';
import { fakeTask } from '../../support/fakeTask.ts';

const entry: JournalEntry = {
  id: '1',
  ref: fakeTask.ref,
  connectionName: 'Local',
  taskName: 'approve',
  update: { status: 'COMPLETED' },
  before: { status: 'IN_PROGRESS', output: {} },
  startedAt: 0,
  tries: [],
  outcome: { kind: 'confirmed', after: { status: 'COMPLETED', output: {} }, notes: [] },
};

/** Marks over a phase and a time that the test sets. */
function marksWorld() {
  const changes = createChangeEvent();
  const waiting: (() => void)[] = [];
  const state: { phase: Phase | undefined } = { phase: undefined };
  const marks = createMarks(
    { phaseOf: () => state.phase, onDidChange: changes.listen },
    { now: () => 0, wait: () => new Promise<void>((resolve) => waiting.push(resolve)) },
  );
  return { marks, state, changes, waiting };
}

test('a row shows the phase, then the outcome, then nothing', async () => {
  const { marks, state, waiting } = marksWorld();
  state.phase = 'verifying';
  assert.equal(marks.of(fakeTask.ref)?.text, 'verifying…');

  state.phase = undefined;
  marks.settled(entry);
  assert.equal(marks.of(fakeTask.ref)?.text, 'COMPLETED · confirmed');

  const gone = new Promise<void>((resolve) => marks.onDidChange(resolve));
  waiting.forEach((end) => end());
  await gone;
  assert.equal(marks.of(fakeTask.ref), undefined);
});

test('a newer outcome is not taken away by the end of an older one', async () => {
  const { marks, waiting } = marksWorld();
  marks.settled(entry);
  const newer = { ...entry, id: '2' };
  marks.settled(newer);
  waiting[0]?.();
  await new Promise((resolve) => setImmediate(resolve));

  assert.equal(marks.of(fakeTask.ref)?.kind, 'confirmed');
});

test('other tasks have no mark', () => {
  const { marks } = marksWorld();
  marks.settled(entry);

  assert.equal(marks.of({ ...fakeTask.ref, task: 'other' }), undefined);
});
