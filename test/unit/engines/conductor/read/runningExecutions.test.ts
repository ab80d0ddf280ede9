import { strict as assert } from 'node:assert';
import { test } from 'node:test';

import { EngineError } from '../../../../../src/domain/engineError.ts';
import { runningExecutions } from '../../../../../src/engines/conductor/read/runningExecutions.ts';
import type { VersionRecord } from '../../../../../src/engines/conductor/wire/records.ts';
import type { Send } from '../../../../../src/http/httpRequest.ts';

const { signal } = new AbortController();
const version = (name: string): VersionRecord => ({
  name,
  version: 1,
  createTime: undefined,
  updateTime: undefined,
});

/** A store with these running executions for each workflow; "gone" has been removed. */
function store(running: Readonly<Record<string, readonly string[]>>) {
  const asked: string[] = [];
  const send: Send = async (request) => {
    asked.push(request.path);
    const last = request.path.split('/').at(-1) ?? '';
    const start = Number(last.replaceAll(/\D/g, '')) * 1_000;
    if (last === 'gone') throw new EngineError('notFound', 'gone', { nothingApplied: true });
    const body = request.path.startsWith('workflow/running/')
      ? (running[last] ?? [])
      : { workflowId: last, workflowName: 'flow', status: 'RUNNING', startTime: start };
    return request.parse({ status: 200, headers: {}, text: JSON.stringify(body) });
  };
  return { asked, send };
}

test('running executions are read one by one, newest first, without removed ones', async () => {
  const { send } = store({ a: ['w1', 'w3'], b: ['gone', 'w2'] });
  const found = await runningExecutions(send, {}, [version('a'), version('b')], signal);
  assert.deepEqual(
    found.items.map((execution) => execution.id),
    ['w3', 'w2', 'w1'],
  );
  assert.equal(found.isCut, false);
});

test('a name that no path can contain is left out, with a notice', async () => {
  const { send, asked } = store({ a: ['w1'] });
  const all = [version('a'), version('x/y'), version('x\\y')];
  const found = await runningExecutions(send, {}, all, signal);
  assert.deepEqual(asked, ['workflow/running/a', 'workflow/w1']);
  assert.deepEqual([found.items.length, found.isCut], [1, true]);
});

test('the number of requests is limited, with a notice', async () => {
  const many = Array.from({ length: 300 }, (_, i) => `w${i}`);
  const { send, asked } = store({ a: many });
  const found = await runningExecutions(send, {}, [version('a')], signal);
  assert.deepEqual([found.items.length, found.isCut, asked.length], [200, true, 201]);
  const names = Array.from({ length: 60 }, (_, i) => version(`n${i}`));
  const wide = store({});
  assert.equal((await runningExecutions(wide.send, {}, names, signal)).isCut, true);
  assert.equal(wide.asked.length, 50);
});
