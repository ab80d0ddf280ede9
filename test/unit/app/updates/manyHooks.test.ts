import assert from 'node:assert/strict';
import { test } from 'node:test';
import { engineError, fails } from '../../../support/fakeEngine.ts';
import { fakeTask } from '../../../support/fakeTask.ts';
import { createFakeWorld, openWindow, requestFor } from '../../../support/fakeWorld.ts';

test('whoever sends many is told of each 429 and of the pause that it asks for', async () => {
  const world = createFakeWorld();
  world.engine.sendSteps = [
    fails(engineError('rateLimited', { nothingApplied: true, retryAfterMs: 3_000 })),
    fails(engineError('rateLimited', { nothingApplied: true })),
    fails(engineError('network', { nothingApplied: true })),
  ];
  const pauses: (number | undefined)[] = [];

  await openWindow(world).updates.submit(
    requestFor(world, { onThrottled: (pause) => pauses.push(pause) }),
  );

  assert.deepEqual(pauses, [3_000, undefined]);
});

test('no draft is written of what is kept elsewhere; one that stands is left as it is', async () => {
  const world = createFakeWorld();
  world.answer = 'cancel';
  const { updates, drafts } = openWindow(world);

  await updates.submit(requestFor(world, { skipDraft: true, review: true }));
  assert.equal(await drafts.read(fakeTask.ref), undefined);

  const { ref, name: taskName } = fakeTask;
  await drafts.write({ ref, taskName, connectionName: 'Local', text: '{ "mine": 1 }' });
  await updates.submit(requestFor(world, { skipDraft: true }));
  assert.equal((await drafts.read(fakeTask.ref))?.text, '{ "mine": 1 }');
});
