import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ConnectionCut } from '../../../src/mock/connectionCut.ts';
import { createMock } from '../../../src/mock/mock.ts';
import { demoTaskIds } from '../../../src/mock/xpander/seeds/demoAgentTasks.ts';

const path = `/org-demo/agent-execution/${demoTaskIds.refund}/events`;

/** A mock where the next event stream has this fault. */
async function scene(kind: string) {
  const mock = createMock();
  const send = (target: string, init: RequestInit = {}) =>
    mock.fetch(new Request(`http://mock${target}`, { headers: { 'x-api-key': 'any' }, ...init }));
  const body = JSON.stringify({ path: 'events', fault: { kind } });
  await send('/__mock__/faults', { method: 'POST', body });
  return { open: () => send(path) };
}

test('an event stream is cut within its first event', async () => {
  const { open } = await scene('truncated');

  await assert.rejects(open(), (error) => {
    assert.ok(error instanceof ConnectionCut);
    const text = new TextDecoder().decode(error.partial?.bytes);
    assert.match(text, /^data: \{"type":"task_updated"/);
    assert.throws(() => JSON.parse(text.slice('data: '.length)));
    return true;
  });
});

test('an event stream is lost, or is no stream', async () => {
  await assert.rejects((await scene('lostAnswer')).open(), ConnectionCut);
  const answer = await (await scene('malformed')).open();
  assert.match(await answer.text(), /^\{"status"/);
});

test('a stale read of an event stream is a new one', async () => {
  const answer = await (await scene('stale')).open();
  const reader = answer.body?.getReader();
  const { value } = (await reader?.read()) ?? {};
  await reader?.cancel();
  assert.match(new TextDecoder().decode(value), /^data: /);
});
