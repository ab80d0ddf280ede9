import assert from 'node:assert/strict';
import { test } from 'node:test';
import pLimit from 'p-limit';
import { isUnapplied } from '../../../../src/app/bulk/bulkItem.ts';
import type { BulkItem } from '../../../../src/app/bulk/bulkItem.ts';
import { planBulk } from '../../../../src/app/bulk/planBulk.ts';
import { runBulk } from '../../../../src/app/bulk/runBulk.ts';
import { createClock } from '../../../../src/app/clock.ts';
import { executionTasks } from '../../../../src/domain/executionTasks.ts';
import { engines } from '../../../../src/engines/engines.ts';
import { resultLines } from '../../../../src/host/bulk/resultLines.ts';
import type { BulkReport } from '../../../../src/host/bulk/resultLines.ts';
import { resultText } from '../../../../src/host/bulk/resultText.ts';
import type { Fault, FaultRule } from '../../../../src/mock/faults.ts';
import type { RecordedRequest } from '../../../../src/mock/requestLog.ts';
import { createConductorClient, task } from '../../../support/conductorClient.ts';
import { createProduct } from '../../../support/product.ts';
import { startMock } from '../../../support/startMock.ts';
import type { TestMock } from '../../../support/startMock.ts';

const total = 1_000;
const atOnce = 16;
const update = { status: 'COMPLETED' };
const signal = new AbortController().signal;
const cancelAt = total * 0.6;
const changedTasks = new Set(range(30).map((number) => 15 + number * 18));
const unreadableTasks = new Set(range(20).map((number) => 7 + number * 27));
const refusedSends = 20;
const cutSends = 5;
const lostAnswers = 5;

/** The faults, by the number of settled updates after which they begin. */
const troubles: readonly { readonly at: number; readonly count: number; readonly fault: Fault }[] =
  [
    {
      at: 50,
      count: refusedSends,
      fault: { kind: 'status', status: 400, body: '{"message":"no"}' },
    },
    { at: 150, count: cutSends, fault: { kind: 'reset' } },
    { at: 220, count: lostAnswers, fault: { kind: 'lostAnswer' } },
  ];
const stormAt = 300;
const tooMany: Fault = {
  kind: 'status',
  status: 429,
  body: '{}',
  headers: { 'retry-after': '1' },
};
// Reads alone could use up the first fault, so the second one is for updates only.
const storm: readonly FaultRule[] = [
  { path: '^/api/tasks', count: 30, fault: tooMany },
  { method: 'POST', path: '^/api/tasks', count: 3, fault: tooMany },
];

test('of 1,000 tasks each line is what the server holds, and nothing is sent twice', async () => {
  const mock = await startMock({ seed: 'empty' });
  try {
    const { product, items } = await plant(mock);
    const ids = items.map(({ base }) => base.ref.task);
    await changeBehind(mock, items);
    const unreadable: FaultRule = {
      method: 'GET',
      path: ids
        .filter((_, index) => unreadableTasks.has(index))
        .map((id) => `^/api/tasks/${id}$`)
        .join('|'),
      count: 0,
      fault: { kind: 'status', status: 500, body: '{}' },
    };
    await mock.setFaults(unreadable);
    await mock.clearRequests();

    const plan = planBulk(items, product.connections.find);
    assert.equal(plan.eligible.length, total);
    const abort = new AbortController();
    const settings: Promise<void>[] = [];
    const coming: { readonly at: number; readonly rules: readonly FaultRule[] }[] = [
      ...troubles.map(({ at, count, fault }) => ({
        at,
        rules: [{ method: 'POST', path: '^/api/tasks', count, fault }],
      })),
      { at: stormAt, rules: storm },
    ];
    const results = await runBulk(
      { updates: product.updates, clock: createClock() },
      plan.eligible,
      {
        signal: abort.signal,
        onProgress: ({ done }) => {
          const [next] = coming;
          if (next !== undefined && done >= next.at) {
            coming.shift();
            settings.push(mock.setFaults(unreadable, ...next.rules));
          }
          if (done >= cancelAt) abort.abort();
        },
      },
    );
    await Promise.all(settings);
    await mock.setFaults();

    const report = {
      title: 'Complete 1,000 tasks',
      startedAt: 0,
      results,
      refused: plan.refused,
      leftOut: [],
    };
    await compare(mock, report, ids);
    const { drafts } = product;
    assert.deepEqual(await drafts.list(), []);
  } finally {
    await mock.close();
  }
});

async function plant(mock: TestMock) {
  const client = createConductorClient(mock.conductorUrl);
  await client.register('flow', [task('HUMAN', 'review')]);
  const product = createProduct({
    setting: [{ id: 'c1', name: 'Mock', engine: 'conductor', url: mock.conductorUrl }],
    table: engines,
    clock: createClock(),
    keep: 2 * total,
  });
  const { engine } = await product.connections.connected('c1');
  const items = await pLimit(atOnce).map([...range(total)], async (): Promise<BulkItem> => {
    const detail = await engine.readExecution?.(await client.start('flow'), signal);
    const [first] = executionTasks(detail?.nodes ?? []);
    assert.ok(first);
    return { base: first, update };
  });
  return { product, items };
}

/** Somebody else writes an output. The tasks keep waiting. */
async function changeBehind(mock: TestMock, items: readonly BulkItem[]): Promise<void> {
  for (const [index, { base }] of items.entries()) {
    if (!changedTasks.has(index)) continue;
    const { execution, task: taskId } = base.ref;
    const answer = await fetch(`${mock.conductorUrl}/tasks`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        workflowInstanceId: execution,
        taskId,
        status: 'IN_PROGRESS',
        outputData: { by: 'somebody else' },
      }),
    });
    assert.equal(answer.status, 200);
  }
}

/** Compares the report with the server's requests and its tasks. */
async function compare(mock: TestMock, report: BulkReport, ids: readonly string[]): Promise<void> {
  const sends = sendsByTask(await mock.requests(), report);
  const shown = await pLimit(atOnce).map([...ids], (id) => heldOf(mock, id));
  const counts = new Map<string, number>();
  for (const [index, result] of report.results.entries()) {
    const [line] = resultLines({ ...report, results: [result] }, () => 'Mock');
    const word = line?.outcome ?? '';
    counts.set(word, (counts.get(word) ?? 0) + 1);
    const id = ids[index] ?? '';
    assert.equal(result.item.base.ref.task, id);

    const tries = result.kind === 'settled' ? result.entry.tries : [];
    assert.equal(sends.get(id) ?? 0, tries.length, `${word}: what the server got is what we know`);
    const repeated = tries.slice(0, -1);
    assert.ok(
      repeated.every((attempt) => attempt.result.includes('429')),
      'sent twice',
    );
    compareTask(index, word, shown[index]);
  }
  compareCounts(report, counts);
}

function compareTask(index: number, word: string, held: Held | undefined): void {
  const isChanged = changedTasks.has(index);
  assert.equal(held?.status, word === 'confirmed' ? 'COMPLETED' : 'IN_PROGRESS', word);
  assert.equal(word === 'changed', isChanged, `task ${index} is ${word}`);
  if (isChanged) assert.deepEqual(held.output, { by: 'somebody else' });
  assert.equal(word === 'not read', unreadableTasks.has(index), `task ${index} is ${word}`);
}

function compareCounts(report: BulkReport, counts: ReadonlyMap<string, number>): void {
  const countOf = (word: string) => counts.get(word) ?? 0;
  assert.equal(countOf('changed'), changedTasks.size);
  assert.equal(countOf('not read'), unreadableTasks.size);
  assert.equal(countOf('unknown'), cutSends);
  assert.ok(countOf('not applied') >= refusedSends);
  const notSent = countOf('not sent');
  assert.ok(notSent > 0 && notSent <= total - cancelAt, `${notSent} were not sent`);
  const throttled = report.results.filter(
    (result) => result.kind === 'settled' && result.entry.tries.length > 1,
  );
  assert.ok(throttled.length > 0, 'the storm hit nobody');

  const text = resultText(
    report.title,
    'now',
    resultLines(report, () => 'Mock'),
  );
  for (const [word, count] of counts) {
    assert.match(text, new RegExp(`^ *${count}  ${word} `, 'm'));
    const lines = text.split('\n').filter((line) => line.startsWith(`${word} `));
    assert.equal(lines.length, count, word);
  }
  const again = report.results.filter(isUnapplied);
  assert.equal(again.length, total - countOf('confirmed') - cutSends);
}

/** The number of updates that the server got, by task id. */
function sendsByTask(
  requests: readonly RecordedRequest[],
  { results }: BulkReport,
): ReadonlyMap<string, number> {
  const sends = new Map<string, number>();
  const refs = results.map(({ item }) => item.base.ref);
  for (const { method, path, body } of requests) {
    if (method === 'GET' || !path.startsWith('/api/tasks')) continue;
    // One kind of request names the task, the other one its execution.
    const ref = refs.find(
      ({ task: id, execution = 'none' }) => body.includes(id) || path.includes(execution),
    );
    assert.ok(ref, path);
    sends.set(ref.task, (sends.get(ref.task) ?? 0) + 1);
  }
  return sends;
}

interface Held {
  readonly status: string;
  readonly output: unknown;
}

async function heldOf(mock: TestMock, id: string): Promise<Held> {
  const held = await (await fetch(`${mock.conductorUrl}/tasks/${id}`)).json();
  const { status, outputData } = held as { status: string; outputData: unknown };
  return { status, output: outputData };
}

function range(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index);
}
