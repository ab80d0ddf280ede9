import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Pinned } from '../../../../src/app/pins.ts';
import type { Task } from '../../../../src/domain/task.ts';
import { pinnedItem } from '../../../../src/host/pinned/pinnedItem.ts';
import { fakeConnection, fakeOptions, fakeTask } from '../../../support/fakeTask.ts';

const pinned: Pinned = {
  ref: fakeTask.ref,
  name: 'approve',
  status: 'IN_PROGRESS',
  state: 'waiting',
  terminal: false,
};

const view = {
  pinned,
  task: fakeTask,
  connection: fakeConnection,
  decoration: undefined,
  problem: undefined,
  now: 0,
};

test('the item shows state, name and status, and production is marked in words as well', () => {
  const item = pinnedItem({
    ...view,
    connection: { ...fakeConnection, environment: 'production' },
  });

  assert.equal(item.text, '$(bell) approve: IN_PROGRESS');
  assert.equal(item.isProduction, true);
  assert.match(item.accessibilityLabel, /approve, IN_PROGRESS, on Local, production/);
});

test('a running update, or a task that cannot be read, shows in the item', () => {
  const busy = { kind: 'busy', icon: { name: 'x' }, text: 'sending…' } as const;

  assert.equal(pinnedItem({ ...view, decoration: busy }).text, '$(loading~spin) approve: sending…');
  assert.match(pinnedItem({ ...view, problem: 'down' }).text, /^\$\(debug-disconnect\)/);
});

test('a name that looks like an icon is no icon in the status bar', () => {
  const { text } = pinnedItem({ ...view, pinned: { ...pinned, name: '$(flame) x' } });

  assert.ok(text.includes('\\$(flame)'), text);
});

test('the tooltip links to what may be done now, and to nothing else', () => {
  const commands = (task: Task | undefined) =>
    pinnedItem({ ...view, task }).actions.map(({ label }) => label);
  const unavailable = { ...fakeTask, options: { ...fakeOptions, unavailable: 'It is over.' } };

  assert.deepEqual(commands(fakeTask), [
    'Complete',
    'Fail',
    'Edit Output',
    'Update…',
    'Show Task',
    'Unpin',
  ]);
  assert.deepEqual(commands(unavailable), ['Show Task', 'Unpin']);
  assert.deepEqual(commands(undefined), ['Show Task', 'Unpin']);
});
