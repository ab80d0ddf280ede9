import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RequestPreview } from '../../../../src/domain/engine.ts';
import { createFakeWorld, openWindow, requestFor } from '../../../support/fakeWorld.ts';

const preview: RequestPreview = {
  method: 'POST',
  url: 'http://localhost:8080/api/tasks',
  headers: { 'X-Authorization': '$CONDUCTOR_AUTH_TOKEN' },
  body: '{"status":"COMPLETED"}',
};

async function sent(ask: () => Promise<RequestPreview>) {
  const world = createFakeWorld();
  world.engine.preview = ask;
  const { updates, journal } = openWindow(world);
  const submitted = await updates.submit(requestFor(world));
  assert.equal(submitted.kind, 'settled');
  assert.equal(world.engine.sends.length, 1);
  return journal.list(1);
}

test('the journal keeps the request as it was about to be sent', async () => {
  const [entry] = await sent(async () => preview);

  assert.deepEqual(entry?.request, preview);
});

test('a request that cannot be told keeps nothing from being sent', async () => {
  const [entry] = await sent(async () => {
    throw new Error('no idea');
  });

  assert.equal(entry?.outcome?.kind, 'confirmed');
  assert.equal(entry?.request, undefined);
});

test('a request of more than a million characters is not kept twice', async () => {
  const [entry] = await sent(async () => ({ ...preview, body: 'x'.repeat(1024 * 1024 + 1) }));

  assert.equal(entry?.outcome?.kind, 'confirmed');
  assert.equal(entry?.request, undefined);
});

test('the entry says that the status sent ends the task, and what the task is called elsewhere', async () => {
  const world = createFakeWorld();
  const task = world.engine.task;
  assert.ok(task);
  const { options } = task;
  const statuses = options.statuses.map((option) => ({ ...option, endsTask: true as const }));
  const base = { ...task, definition: 'approve_loan', options: { ...options, statuses } };
  world.engine.task = base;
  const { updates, journal } = openWindow(world);

  await updates.submit(requestFor(world, { base }));

  const [entry] = await journal.list(1);
  assert.equal(entry?.endsTask, true);
  assert.equal(entry?.definition, 'approve_loan');
});
