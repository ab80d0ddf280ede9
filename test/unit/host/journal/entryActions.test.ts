import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JournalEntry, Outcome } from '../../../../src/domain/outcome.ts';
import { entryActions } from '../../../../src/host/journal/entryActions.ts';
import { readPackageJson } from '../../../../scripts/manifest/packageJson.ts';
import { fakeTask } from '../../../support/fakeTask.ts';

const after = { status: 'IN_PROGRESS', output: {} };

function actions(outcome: Outcome | undefined, to: Partial<JournalEntry> = {}): readonly string[] {
  const entry: JournalEntry = {
    id: '1',
    ref: fakeTask.ref,
    connectionName: 'Local',
    taskName: 'approve',
    update: { status: 'IN_PROGRESS' },
    before: after,
    startedAt: 1,
    tries: [],
    ...(outcome === undefined ? {} : { outcome }),
    ...to,
  };
  return entryActions(entry).map(({ value }) => String(value));
}

const always = [
  'workflowTasks.update.copyCurl',
  'workflowTasks.update.copyCode',
  'workflowTasks.update.openTask',
];

test('what is offered for an entry is what can be done with it', () => {
  const confirmed: Outcome = { kind: 'confirmed', after, notes: [] };

  assert.deepEqual(actions(confirmed), [
    'workflowTasks.update.compare',
    'workflowTasks.update.sendAgain',
    'workflowTasks.update.undo',
    ...always,
  ]);
  assert.ok(!actions(confirmed, { endsTask: true }).includes('workflowTasks.update.undo'));
  assert.deepEqual(actions({ kind: 'unknown', detail: '' }), [
    'workflowTasks.update.compare',
    'workflowTasks.update.checkAgain',
    'workflowTasks.update.sendAgain',
    ...always,
  ]);
  assert.deepEqual(actions(undefined), [
    'workflowTasks.update.compare',
    'workflowTasks.update.checkAgain',
    ...always,
  ]);
});

test('they are called what their commands are called', () => {
  const titles = new Map(
    readPackageJson().contributes.commands.map(({ command, title }) => [command, title]),
  );
  const entry = { kind: 'confirmed', after, notes: [] } as const;
  const fresh: JournalEntry = {
    id: '1',
    ref: fakeTask.ref,
    connectionName: '',
    taskName: '',
    update: {},
    before: after,
    startedAt: 1,
    tries: [],
    outcome: entry,
  };

  for (const { label, value } of entryActions(fresh)) {
    assert.equal(label, titles.get(value ?? ''));
  }
});
