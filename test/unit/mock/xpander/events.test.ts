import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { Wire } from '../../../../src/mock/xpander/model.ts';
import { demoAgentIds } from '../../../../src/mock/xpander/seeds/demoAgents.ts';
import { demoTaskIds } from '../../../../src/mock/xpander/seeds/demoAgentTasks.ts';
import { until } from '../../../support/until.ts';
import { scene } from './scene.ts';

const { refund, parcel } = demoTaskIds;
const minute = 60_000;

/** Reads a stream event by event. */
function eventsOf(response: Response) {
  assert.ok(response.body);
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  return {
    async next(): Promise<Wire | undefined> {
      const { value } = await reader.read();
      return value === undefined ? undefined : (JSON.parse(value.replace('data: ', '')) as Wire);
    },
    close: () => reader.cancel(),
  };
}

const dataOf = (event: Wire | undefined) => (event?.['data'] ?? {}) as Wire;
const outline = (event: Wire | undefined) => [event?.['type'], dataOf(event)['status']];

test('a stream tells the present state, every change, and the end', async () => {
  const { ask, patch } = scene();
  const events = eventsOf(await ask(`/agent-execution/${refund}/events`));

  assert.deepEqual(outline(await events.next()), ['task_updated', 'paused']);
  await patch(refund, { internal_status: 'asked again' });
  const changed = await events.next();
  assert.equal(dataOf(changed)['internal_status'], 'asked again');
  await patch(refund, { status: 'completed' });
  assert.deepEqual(outline(await events.next()), ['task_finished', 'completed']);
  assert.equal(await events.next(), undefined);
});

test('a stream tells no change of another task, and a task that is over ends it at once', async () => {
  const { ask, patch } = scene();
  const events = eventsOf(await ask(`/agent-execution/${parcel}/events`));
  const open = eventsOf(await ask(`/agent-execution/${refund}/events`));
  await open.next();
  await patch(parcel, { title: 'Renamed' });
  await patch(refund, { title: 'Renamed too' });

  assert.deepEqual(outline(await events.next()), ['task_finished', 'completed']);
  assert.equal(await events.next(), undefined);
  assert.equal(dataOf(await open.next())['id'], refund);
  await open.close();
});

test('steps that come due together are told one by one, each at its own time', async () => {
  const { ask, read, clock } = scene();
  const body = { input: { text: 'go' } };
  const created = await read(`/agent-execution/${demoAgentIds.triage}`, { method: 'POST', body });
  const id = String(created['id']);
  const events = eventsOf(await ask(`/agent-execution/${id}/events`));
  clock.advance(10 * minute);
  await read('/v1/tasks');
  const seen = [await events.next(), await events.next(), await events.next()];

  assert.deepEqual(seen.map(outline), [
    ['task_updated', 'pending'],
    ['task_updated', 'executing'],
    ['task_finished', 'completed'],
  ]);
  assert.equal(seen[1]?.['time'], '2026-05-02T12:00:02.000000Z');
  assert.equal(seen[2]?.['time'], '2026-05-02T12:01:02.000000Z');
});

test('a stream passes on what a worker pushes, and ends when its task is deleted', async () => {
  const { ask, read } = scene();
  const events = eventsOf(await ask(`/agent-execution/${refund}/events`));
  await events.next();
  const push = { type: 'chunk', task_id: refund, data: 'half a sen' };
  await ask(`/agent-execution/${refund}/events/push`, { method: 'POST', body: [push] });
  assert.deepEqual(await events.next(), push);
  const wrong = await ask(`/agent-execution/${refund}/events/push`, { method: 'POST', body: push });
  assert.equal(wrong.status, 422);
  await ask(`/v1/tasks/${refund}`, { method: 'DELETE' });

  assert.equal(await events.next(), undefined);
  assert.equal((await read('/v1/tasks'))['page'], 1);
});

test('an invocation that streams begins with the task that it created', async () => {
  const { ask, read, clock } = scene();
  const body = { input: { text: 'go' } };
  const path = `/v1/agents/${demoAgentIds.triage}/invoke/stream`;
  const answer = await ask(path, { method: 'POST', body });
  const events = eventsOf(answer);
  clock.advance(10 * minute);
  await read('/v1/tasks');

  assert.match(answer.headers.get('content-type') ?? '', /^text\/event-stream/);
  assert.deepEqual([await events.next(), await events.next(), await events.next()].map(outline), [
    ['task_created', 'pending'],
    ['task_updated', 'executing'],
    ['task_finished', 'completed'],
  ]);
});

test('an invocation that waits is answered when the task is over', async () => {
  const { read, clock } = scene();
  const body = { input: { text: 'go' } };
  const answer = read(`/v1/agents/${demoAgentIds.triage}/invoke`, { method: 'POST', body });
  let isAnswered = false;
  void answer.finally(() => {
    isAnswered = true;
  });
  await until('the task', async () =>
    (await read('/v1/tasks?status=pending'))['total'] === 2 ? true : undefined,
  );
  assert.equal(isAnswered, false);
  clock.advance(10 * minute);
  await read('/v1/tasks');

  assert.equal((await answer)['result'], 'Answered the customer and closed the ticket.');
});
