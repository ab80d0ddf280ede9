import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createChangeEvent } from '../../../src/app/changeEvent.ts';
import { createPins } from '../../../src/app/pins.ts';
import type { Pinned } from '../../../src/app/pins.ts';
import type { Task } from '../../../src/domain/task.ts';
import { pinnedChoices } from '../../../src/host/pinned/pinnedChoices.ts';
import { pinnedItem } from '../../../src/host/pinned/pinnedItem.ts';
import { createPinnedTask } from '../../../src/host/pinned/pinnedTask.ts';
import { createFakeClock } from '../../support/fakeClock.ts';
import { fakeConnection, fakeOptions, fakeTask } from '../../support/fakeTask.ts';

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
const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

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
  const refused = { ...fakeTask, options: { ...fakeOptions, refusal: 'It is over.' } };

  assert.deepEqual(commands(fakeTask), [
    'Complete',
    'Fail',
    'Edit Output',
    'Update…',
    'Show Task',
    'Unpin',
  ]);
  assert.deepEqual(commands(refused), ['Show Task', 'Unpin']);
  assert.deepEqual(commands(undefined), ['Show Task', 'Unpin']);
});

test('what is over offers the next waiting task first', () => {
  const refusal = 'It is over.';
  const over = { ...fakeTask, terminal: true, options: { ...fakeOptions, refusal } };

  assert.equal(pinnedChoices(over, {})[0]?.label, 'Pin Next Waiting Task…');
});

test('one pick completes; with a draft both ways are offered, the draft first', () => {
  const labels = (draft: { text?: string }) =>
    pinnedChoices(fakeTask, draft).map(({ label }) => label);

  assert.deepEqual(labels({}), [
    'Complete Task',
    'Fail Task',
    'Edit Output',
    'Show Task',
    'Unpin',
    'Pin Another Task…',
    'CANCELED',
  ]);
  assert.deepEqual(labels({ text: '{"a":1}' }).slice(0, 5), [
    'Complete Task with the Draft',
    'Complete Task without Output',
    'Fail Task with the Draft',
    'Fail Task without Output',
    'Save Output with the Draft',
  ]);
});

test('what is over offers no status, and says why', () => {
  const choices = pinnedChoices(
    { ...fakeTask, options: { ...fakeOptions, refusal: 'It is over.' } },
    {},
  );

  assert.deepEqual(
    choices.filter(({ action }) => action?.kind === 'send'),
    [],
  );
  assert.equal(choices[0]?.detail, 'It is over.');
});

/** A pinned task on a store whose answers the test decides. */
function pinnedWorld(read: () => Promise<Task | undefined>, stored?: Pinned) {
  const changes = createChangeEvent();
  let written: Pinned | undefined = stored;
  const pins = createPins({
    read: () => stored,
    write: async (next) => {
      written = next;
    },
  });
  let reads = 0;
  const clock = createFakeClock();
  const interval = { ms: 0, changes: createChangeEvent() };
  const store = {
    task: async () => {
      reads += 1;
      return read();
    },
    onDidChange: changes.listen,
  };
  const world = {
    pins,
    changes,
    reads: () => reads,
    written: () => written,
    task: createPinnedTask({
      pins,
      store,
      clock,
      log: silent,
      intervalMs: () => interval.ms,
      onDidChangeInterval: interval.changes.listen,
    }),
    interval,
    clock,
  };
  return world;
}

test('a pin survives a reload, and follows what the engine holds', async () => {
  const now: Task = { ...fakeTask, status: 'COMPLETED', state: 'succeeded', terminal: true };
  const world = pinnedWorld(async () => now, pinned);

  assert.equal((await world.task.task())?.status, 'COMPLETED');
  assert.equal(world.written()?.status, 'COMPLETED');
  world.task.dispose();
});

test('a pinned task is read as often as the settings say from now on', async () => {
  const world = pinnedWorld(async () => fakeTask, pinned);
  await world.task.task();
  assert.deepEqual(world.clock.waits, []);

  world.interval.ms = 5_000;
  world.interval.changes.fire();
  assert.deepEqual(world.clock.waits, [5_000]);
  world.task.dispose();
});

test('nothing is requested while nothing is pinned', async () => {
  const world = pinnedWorld(async () => fakeTask);
  world.changes.fire();

  assert.equal(await world.task.task(), undefined);
  assert.equal(world.reads(), 0);
  world.task.dispose();
});

test('a task that is unpinned while it is read is not pinned again', async () => {
  let answer: (task: Task) => void = () => {};
  const world = pinnedWorld(() => new Promise((resolve) => (answer = resolve)), pinned);
  const reading = world.task.task();
  await world.pins.unpin();
  answer(fakeTask);
  await reading;

  assert.equal(world.pins.current(), undefined);
  assert.equal(world.task.current(), undefined);
  world.task.dispose();
});

test('what an older version stored wrongly pins nothing', () => {
  for (const stored of [null, 7, {}, { ref: {}, name: 'x' }]) {
    const pins = createPins({ read: () => stored, write: async () => {} });
    assert.equal(pins.current(), undefined);
  }
});
