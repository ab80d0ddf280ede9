import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createChangeEvent } from '../../../../src/app/changeEvent.ts';
import type { Phase } from '../../../../src/app/updates/submitRequest.ts';
import type { SettledEntry } from '../../../../src/app/journal/settledEntry.ts';
import { createRowDecorations } from '../../../../src/host/send/rowDecorations.ts';
import { fakeTask } from '../../../support/fakeTask.ts';

const entry: SettledEntry = {
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

/** Row decorations over a phase and a time that the test sets. */
function decorationsWorld() {
  const changes = createChangeEvent();
  const waiting: (() => void)[] = [];
  const listeners = new Set<(settled: SettledEntry) => void>();
  const settle = (settled: SettledEntry) => listeners.forEach((listener) => listener(settled));
  const state: { phase: Phase | undefined } = { phase: undefined };
  const decorations = createRowDecorations(
    {
      phaseOf: () => state.phase,
      onDidChange: changes.listen,
      onDidSettle: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    { now: () => 0, wait: () => new Promise<void>((resolve) => waiting.push(resolve)) },
  );
  return { decorations, settle, state, changes, waiting };
}

test('a row shows the phase, then the outcome, then nothing', async () => {
  const { decorations, settle, state, waiting } = decorationsWorld();
  state.phase = 'verifying';
  assert.equal(decorations.of(fakeTask.ref)?.text, 'verifying…');

  state.phase = undefined;
  settle(entry);
  assert.equal(decorations.of(fakeTask.ref)?.text, 'COMPLETED · confirmed');

  const gone = new Promise<void>((resolve) => decorations.onDidChange(resolve));
  waiting.forEach((end) => end());
  await gone;
  assert.equal(decorations.of(fakeTask.ref), undefined);
});

test('a newer outcome is not taken away by the end of an older one', async () => {
  const { decorations, settle, waiting } = decorationsWorld();
  settle(entry);
  const newer = { ...entry, id: '2' };
  settle(newer);
  waiting[0]?.();
  await new Promise((resolve) => setImmediate(resolve));

  assert.equal(decorations.of(fakeTask.ref)?.kind, 'confirmed');
});

test('other tasks have no decoration', () => {
  const { decorations, settle } = decorationsWorld();
  settle(entry);

  assert.equal(decorations.of({ ...fakeTask.ref, task: 'other' }), undefined);
});
