import assert from 'node:assert/strict';
import { test } from 'node:test';

import { demoAgentIds } from '../../../../src/mock/xpander/seeds/demoAgents.ts';
import { demoTaskIds } from '../../../../src/mock/xpander/seeds/demoAgentTasks.ts';
import { demoRunIds } from '../../../../src/mock/xpander/seeds/demoWorkflowRuns.ts';
import { scene } from './scene.ts';

const minute = 60_000;
const input = { text: 'go', files: [] };

test('a new task is pending, then executing, then completed by its worker', async () => {
  const { read, task, clock } = scene();
  const path = `/agent-execution/${demoAgentIds.triage}`;
  const { id, status } = await read(path, { method: 'POST', body: { input, title: 'T' } });
  const seen = [status];
  for (const ms of [2_000, minute]) {
    clock.advance(ms);
    seen.push((await task(String(id)))['status']);
  }

  assert.deepEqual(seen, ['pending', 'executing', 'completed']);
  assert.equal((await task(String(id)))['finished_at'], '2026-05-02T12:01:02.000000Z');
});

test('a finished child moves its parent on', async () => {
  const { patch, task, clock } = scene();

  await patch(demoRunIds.bookingChild, { status: 'completed', result: 'By hand' });
  clock.advance(15_000);
  const run = await task(demoRunIds.booking);

  assert.equal(run['status'], 'completed');
  assert.equal(run['last_executed_node_id'], 'end-summarizer');
});

test('a child that fails ends its parent with an error', async () => {
  const { patch, task } = scene();

  await patch(demoRunIds.bookingChild, { status: 'failed', result: 'Ledger is closed' });
  const run = await task(demoRunIds.booking);

  assert.equal(run['status'], 'error');
  assert.match(String(run['result']), /Ledger is closed/);
});

test('a run that waits for a person continues when it is set to executing', async () => {
  const { patch, task, clock } = scene();

  const after = await patch(demoRunIds.largeInvoice, { status: 'executing' });
  assert.equal(after['last_executed_node_id'], 'n-ask');
  assert.equal(after['hitl_request'], null);
  const [child] = after['sub_executions'] as string[];
  clock.advance(2_000);
  assert.equal((await task(String(child)))['status'], 'executing');
  assert.equal((await task(String(child)))['parent_execution'], demoRunIds.largeInvoice);
  clock.advance(minute);

  assert.equal((await task(demoRunIds.largeInvoice))['status'], 'completed');
});

test('the node cursor decides where a run goes on', async () => {
  const { patch, task, clock } = scene();

  await patch(demoRunIds.largeInvoice, { status: 'executing', last_executed_node_id: 'n-book' });
  clock.advance(15_000);
  const run = await task(demoRunIds.largeInvoice);

  assert.equal(run['status'], 'completed');
  assert.deepEqual(run['sub_executions'], []);
});

test('a classifier sends a large invoice to a person, and a small one past them', async () => {
  const { read, task, clock } = scene();
  const start = async (text: string) => {
    const path = `/agent-execution/${demoAgentIds.invoices}`;
    return String((await read(path, { method: 'POST', body: { input: { text } } }))['id']);
  };
  const large = await start('a large one');
  const small = await start('a small one');
  clock.advance(2_000 + 2 * 15_000);

  assert.deepEqual((await task(large))['hitl_request'], { wait_node_id: 'n-ask' });
  assert.equal((await task(small))['status'], 'executing');
  assert.equal(((await task(small))['sub_executions'] as string[]).length, 1);
});

test('a worker overwrites what somebody wrote while it was at work', async () => {
  const { patch, task, clock } = scene();

  const by = await patch(demoTaskIds.reviews, { status: 'completed', result: 'By hand' });
  assert.equal(by['result'], 'By hand');
  clock.advance(13 * minute);

  assert.equal((await task(demoTaskIds.reviews))['result'], 'Found 4 pages that matter.');
});

test('stopping tells the worker, is seen at once, and does nothing to a task that is over', async () => {
  const { read, task, clock } = scene();
  const stop = (id: string) => read(`/agent-execution/${id}`, { method: 'DELETE' });

  const stopped = await stop(demoTaskIds.reviews);
  clock.advance(60 * minute);

  assert.equal(stopped['status'], 'stopped');
  assert.equal(stopped['is_manually_stopped'], true);
  assert.equal(stopped['finished_at'], '2026-05-02T12:00:00.000000Z');
  assert.deepEqual(await task(demoTaskIds.reviews), stopped);
  assert.equal((await stop(demoTaskIds.parcel))['status'], 'completed');
});

test('a finished task is reopened, and pending lets a worker start it', async () => {
  const { patch, task, clock } = scene();

  assert.equal((await patch(demoTaskIds.spam, { status: 'paused' }))['finished_at'], null);
  await patch(demoTaskIds.outage, { status: 'pending' });
  clock.advance(2_000);
  assert.equal((await task(demoTaskIds.outage))['status'], 'executing');
  clock.advance(minute);

  assert.equal((await task(demoTaskIds.outage))['status'], 'completed');
  assert.equal((await task(demoTaskIds.spam))['status'], 'paused');
});
