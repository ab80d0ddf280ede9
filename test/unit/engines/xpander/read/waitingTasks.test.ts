import assert from 'node:assert/strict';
import { test } from 'node:test';

import { xpanderWith } from '../../answering.ts';

const { signal } = new AbortController();

const agents = [
  { id: 'wf', name: 'Invoices', type: 'orchestration' },
  { id: 'ag', name: 'Ann' },
];
const paused = (id: string, agent: string) => ({
  id,
  agent_id: agent,
  status: 'paused',
  title: id,
});
const whole = (id: string, more: object) => ({ id, agent_id: 'wf', status: 'paused', ...more });
const nodes = [
  { id: 'n-later', type: 'self_schedule', next_node_ids: [] },
  { id: 'n-ask', type: 'wait' },
  { type: 'odd' },
];
const paths = {
  '/agents/list': agents,
  '/history/wf': [paused('later', 'wf'), paused('asks', 'wf'), paused('gone', 'wf')],
  '/history/ag': [paused('agent', 'ag')],
  '/workflows/wf/nodes': nodes,
  '/later/status': whole('later', { last_executed_node_id: 'n-later' }),
  '/asks/status': whole('asks', { last_executed_node_id: 'n-later', hitl_request: {} }),
};

async function waiting(bodies: Readonly<Record<string, unknown>>, requests = 50) {
  const found = await xpanderWith(bodies).listWaiting?.(requests, signal);
  return { names: found?.tasks.map(({ name }) => name).toSorted(), notice: found?.notice };
}

test('a task that a self_schedule node paused waits for nobody, and the notice counts it', async () => {
  assert.deepEqual(await waiting(paths), {
    names: ['agent', 'asks', 'gone'],
    notice: 'Paused until a time of their own: 1.',
  });
});

test('what cannot be told apart counts as waiting', async () => {
  const all = { names: ['agent', 'asks', 'gone', 'later'], notice: undefined };
  assert.deepEqual(await waiting({ ...paths, '/workflows/wf/nodes': [] }), all);
  const { '/workflows/wf/nodes': _, ...withoutNodes } = paths;
  assert.deepEqual(await waiting(withoutNodes), all);
  // Three requests are left for no more than the lists.
  assert.deepEqual(await waiting(paths, 3), all);
});

const resident = (id: string, process: object | undefined) => ({
  id,
  agent_id: 'ag',
  status: 'executing',
  title: id,
  execution_kind: 'resident',
  process,
});

test('a resident task waits while its process does, unless a time wakes it', async () => {
  const items = [
    resident('asks', { state: 'waiting', stop_reason: 'question', wake: null }),
    resident('event', { state: 'parked', wake: { event: { source: 'github' } } }),
    resident('timed', { state: 'waiting', wake: { until: '2026-12-01T00:00:00Z' } }),
    resident('runs', { state: 'running' }),
    resident('odd', { state: 7 }),
    { id: 'turn', agent_id: 'ag', status: 'executing', title: 'turn', process: null },
  ];
  const none = { ...paths, '/history/wf': [], '/history/ag': [] };
  assert.deepEqual(await waiting({ ...none, '/v1/tasks': { items, total: 6 } }), {
    names: ['asks', 'event'],
    notice: undefined,
  });
});
