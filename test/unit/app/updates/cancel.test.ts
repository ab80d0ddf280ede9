import assert from 'node:assert/strict';
import { test } from 'node:test';
import { engineError, fails, takes } from '../../../support/fakeEngine.ts';
import { fakeConnection, fakeTask } from '../../../support/fakeTask.ts';
import { createFakeWorld, openWindow, requestFor } from '../../../support/fakeWorld.ts';

const production = { ...fakeConnection, environment: 'production' as const };

test('a cancelled question sends nothing and keeps the draft', async () => {
  const world = createFakeWorld();
  world.connection = production;
  world.answer = 'cancel';
  const { updates, drafts, journal } = openWindow(world);

  assert.deepEqual(await updates.submit(requestFor(world)), { kind: 'cancelled' });

  assert.equal(world.engine.sends.length, 0);
  assert.equal((await drafts.read(fakeTask.ref))?.text, '{\n  "ok": true\n}');
  assert.deepEqual(await journal.list(10), []);
});

test('an abort during the question cancels, even if nobody answers it', async () => {
  const world = createFakeWorld();
  world.connection = production;
  const abort = new AbortController();

  const submitted = await openWindow(world).updates.submit(
    requestFor(world, {
      signal: abort.signal,
      ask() {
        abort.abort();
        return new Promise(() => {});
      },
    }),
  );

  assert.deepEqual(submitted, { kind: 'cancelled' });
  assert.equal(world.engine.sends.length, 0);
});

test('an abort before the request has left cancels at every step', async (t) => {
  for (const moment of ['beforehand', 'reading', 'journaling', 'journaled'] as const) {
    await t.test(moment, async () => {
      const world = createFakeWorld();
      const abort = new AbortController();
      if (moment === 'beforehand') abort.abort();
      if (moment === 'reading') {
        world.engine.readSteps = [
          async (engine) => {
            abort.abort();
            return engine.task;
          },
        ];
      }
      world.storage.afterWrite = async (key) => {
        if (moment === 'journaling' && key.startsWith('drafts/')) abort.abort();
        if (moment === 'journaled' && key.startsWith('inFlight/')) abort.abort();
      };
      const { updates, journal } = openWindow(world);

      const submitted = await updates.submit(requestFor(world, { signal: abort.signal }));

      assert.deepEqual(submitted, { kind: 'cancelled' });
      assert.equal(world.engine.sends.length, 0);
      assert.deepEqual(await journal.inFlight(), []);
    });
  }
});

test('an abort while waiting for another try cancels, and the journal says why', async () => {
  const world = createFakeWorld();
  const abort = new AbortController();
  world.clock.at(world.clock.now() + 100, () => abort.abort());
  world.engine.sendSteps = [fails(engineError('network', { nothingApplied: true }))];
  const { updates, journal } = openWindow(world);

  const submitted = await updates.submit(requestFor(world, { signal: abort.signal }));

  assert.deepEqual(submitted, { kind: 'cancelled' });
  assert.equal(world.engine.sends.length, 1);
  const outcome = (await journal.list(1))[0]?.outcome;
  assert.equal(outcome?.kind, 'notApplied');
  assert.match(outcome.reason ?? '', /none of the tries reached the task/);
});

test('an abort after a refusal that was none: the task shows the update, so it is not cancelled', async () => {
  const world = createFakeWorld();
  const abort = new AbortController();
  world.clock.at(world.clock.now() + 100, () => abort.abort());
  world.engine.sendSteps = [fails(engineError('rateLimited', { nothingApplied: true }), true)];

  const submitted = await openWindow(world).updates.submit(
    requestFor(world, { signal: abort.signal }),
  );

  assert.equal(submitted.kind, 'settled');
  assert.equal(submitted.entry.outcome.kind, 'unknown');
  assert.equal(world.engine.sends.length, 1);
});

test('an abort while the engine signs in sends nothing', async () => {
  const world = createFakeWorld();
  const abort = new AbortController();
  const { send } = world.engine;
  world.engine.send = async (before, update, signal, events) => {
    abort.abort();
    return send.call(world.engine, before, update, signal, events);
  };
  const { updates, journal } = openWindow(world);

  const submitted = await updates.submit(requestFor(world, { signal: abort.signal }));

  assert.deepEqual(submitted, { kind: 'cancelled' });
  assert.equal(world.engine.sends.length, 0);
  const [entry] = await journal.list(1);
  assert.deepEqual(entry?.tries, []);
  assert.equal(entry.outcome?.kind, 'notApplied');
  assert.match(entry.outcome.reason ?? '', /^Cancelled before it was sent/);
});

test('an abort while the engine signs in anew sends nothing again', async () => {
  const world = createFakeWorld();
  const abort = new AbortController();
  let left = 0;
  world.engine.send = async (_before, _update, _signal, events) => {
    events?.onLeave?.();
    left += 1;
    abort.abort();
    events?.onRefused?.('The server answered 401: too old');
    events?.onLeave?.();
    left += 1;
    return { accepted: true, said: '200' };
  };
  const { updates, journal } = openWindow(world);

  const submitted = await updates.submit(requestFor(world, { signal: abort.signal }));

  assert.deepEqual(submitted, { kind: 'cancelled' });
  assert.equal(left, 1);
  const [entry] = await journal.list(1);
  assert.deepEqual(
    entry?.tries.map(({ result }) => result),
    ['The server answered 401: too old.'],
  );
  assert.equal(entry.outcome?.kind, 'notApplied');
  assert.match(entry.outcome.reason ?? '', /none of the tries reached the task/);
});

test('an abort after the request has left is ignored', async () => {
  const world = createFakeWorld();
  const abort = new AbortController();
  world.engine.sendSteps = [
    async (engine, update) => {
      abort.abort();
      return takes(engine, update);
    },
  ];

  const submitted = await openWindow(world).updates.submit(
    requestFor(world, { signal: abort.signal }),
  );

  assert.equal(submitted.kind, 'settled');
  assert.equal(submitted.entry.outcome.kind, 'confirmed');
  assert.equal(world.engine.sendSignals[0]?.aborted, false);
});
