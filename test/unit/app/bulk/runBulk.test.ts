import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { test } from 'node:test';
import type { BulkItem, BulkResult } from '../../../../src/app/bulk/bulkItem.ts';
import { createChangeEvent } from '../../../../src/app/changeEvent.ts';
import type { ChangeEvent } from '../../../../src/app/changeEvent.ts';
import type { SettledEntry } from '../../../../src/app/journal/settledEntry.ts';
import { isOpen, isUnapplied } from '../../../../src/app/bulk/bulkItem.ts';
import { runBulk } from '../../../../src/app/bulk/runBulk.ts';
import type { BulkProgress } from '../../../../src/app/bulk/runBulk.ts';
import type { Question } from '../../../../src/app/updates/question.ts';
import type { SubmitRequest, Submitted } from '../../../../src/app/updates/submitRequest.ts';
import { engineError } from '../../../support/fakeEngine.ts';
import { createFakeClock } from '../../../support/fakeClock.ts';
import { fakeConnection } from '../../../support/fakeTask.ts';
import { confirmedBy, itemsOf, taskNumber } from '../../../support/bulkItems.ts';

type Submit = (request: SubmitRequest) => Promise<Submitted>;

interface Looking {
  readonly settled?: ChangeEvent<[SettledEntry]>;
  readonly lookedAgain?: () => Promise<void>;
}

async function run(
  items: readonly BulkItem[],
  submit: Submit,
  abort = new AbortController(),
  { settled = createChangeEvent(), lookedAgain = async () => undefined }: Looking = {},
) {
  const clock = createFakeClock();
  const told: BulkProgress[] = [];
  let busy = 0;
  let mostBusy = 0;
  const results = await runBulk(
    {
      clock,
      updates: {
        onDidSettle: settled.listen,
        lookedAgain,
        async submit(request) {
          busy += 1;
          mostBusy = Math.max(mostBusy, busy);
          await setImmediate();
          try {
            return await submit(request);
          } finally {
            busy -= 1;
          }
        },
      },
    },
    items,
    { signal: abort.signal, onProgress: (progress) => told.push(progress) },
  );
  return { results, told, clock, mostBusy };
}

const kinds = (results: readonly BulkResult[]) => results.map(({ kind }) => kind);

test('all are sent, results stand in the order of the items, and success makes it faster', async () => {
  const items = itemsOf(200);
  const { results, told, mostBusy } = await run(items, async (request) => confirmedBy(request));

  assert.deepEqual(
    results.map(({ item }) => item),
    items,
  );
  assert.ok(results.every(({ kind }) => kind === 'settled'));
  assert.equal(mostBusy, 16);
  assert.deepEqual(told.at(-1), { done: 200, total: 200, confirmed: 200, pausedUntil: 0 });
});

test('what was overtaken after it was confirmed is said so, and is offered no retry', async () => {
  const settled = createChangeEvent<[SettledEntry]>();
  const lookedAgain = async () => {
    for (const entry of confirmed.slice(1)) {
      const after = { status: 'FAILED', output: {} };
      settled.fire({ ...entry, outcome: { kind: 'overtaken', after, detail: 'Now FAILED.' } });
    }
  };
  const confirmed: SettledEntry[] = [];
  const submit: Submit = async (request) => {
    const submitted = confirmedBy(request);
    assert.equal(submitted.kind, 'settled');
    const entry = { ...submitted.entry, id: `e${confirmed.length}` };
    confirmed.push(entry);
    return { ...submitted, entry };
  };

  const { results } = await run(itemsOf(2), submit, undefined, { settled, lookedAgain });

  const outcomes = results.map((result) => result.kind === 'settled' && result.entry.outcome.kind);
  assert.deepEqual(outcomes, ['confirmed', 'overtaken']);
  assert.ok(results.every((result) => !isUnapplied(result) && !isOpen(result)));
});

test('a cancelled run waits for no second look', async () => {
  const abort = new AbortController();
  const submit: Submit = async (request) => confirmedBy(request);
  const lookedAgain = () => {
    abort.abort();
    return new Promise<void>(() => undefined);
  };

  const { results } = await run(itemsOf(1), submit, abort, { lookedAgain });

  assert.deepEqual(kinds(results), ['settled']);
});

test('a task that changed is left alone; all other questions were agreed to', async () => {
  const question = (request: SubmitRequest, reasons: Question['reasons']): Question => ({
    connection: fakeConnection,
    task: { ...request.base, status: 'SCHEDULED' },
    base: request.base,
    update: request.update,
    before: { status: 'SCHEDULED', output: {} },
    proposed: { status: 'COMPLETED', output: {} },
    changes: [{ what: 'status', from: 'IN_PROGRESS', to: 'SCHEDULED' }],
    overwrites: false,
    consequences: [],
    reasons,
  });
  const { results } = await run(itemsOf(2), async (request) => {
    const isFirst = request.base.ref.task === 't1';
    const reasons = isFirst ? (['production', 'changed'] as const) : (['production'] as const);
    const answer = await request.ask(question(request, reasons));
    return answer === 'send' ? confirmedBy(request) : { kind: 'cancelled' };
  });

  assert.deepEqual(kinds(results), ['changed', 'settled']);
  const [first] = results;
  assert.ok(first?.kind === 'changed');
  assert.equal(first.now.status, 'SCHEDULED');
  assert.deepEqual(first.changes, [{ what: 'status', from: 'IN_PROGRESS', to: 'SCHEDULED' }]);
});

test('a cancel leaves what was not begun', async () => {
  const abort = new AbortController();
  let sent = 0;
  const submit: Submit = async (request) => {
    sent += 1;
    if (sent === 10) abort.abort();
    return confirmedBy(request);
  };
  const { results } = await run(itemsOf(50), submit, abort);

  const settled = results.filter(({ kind }) => kind === 'settled');
  assert.equal(settled.length, sent);
  assert.ok(sent < 20);
  assert.equal(results.filter(({ kind }) => kind === 'notSent').length, 50 - sent);
});

test('429 pauses the lane for as long as the server asks, and halves it', async () => {
  let calls = 0;
  let busy = 0;
  let mostAfter = 0;
  const { results, clock } = await run(itemsOf(12), async (request) => {
    calls += 1;
    if (calls <= 4) {
      throw engineError('rateLimited', { retryAfterMs: 7_000, nothingApplied: true });
    }
    busy += 1;
    if (calls <= 6) mostAfter = Math.max(mostAfter, busy);
    await setImmediate();
    busy -= 1;
    return confirmedBy(request);
  });

  assert.ok(results.every(({ kind }) => kind === 'settled'));
  assert.ok(clock.waits.includes(7_000));
  assert.equal(mostAfter, 2);
});

test('a task that cannot be read fails alone; eight in a row stop the connection', async () => {
  const bad = new Set(['t2', 't4', 't6']);
  const some = await run(itemsOf(8), async (request) => {
    if (bad.has(request.base.ref.task)) throw engineError('badResponse');
    return confirmedBy(request);
  });
  assert.equal(kinds(some.results).filter((kind) => kind === 'failed').length, 3);
  assert.equal(kinds(some.results).filter((kind) => kind === 'settled').length, 5);

  let asked = 0;
  const items = [...itemsOf(40), { base: taskNumber(1, 'c2'), update: { status: 'COMPLETED' } }];
  const down = await run(items, async (request) => {
    if (request.base.ref.connection === 'c2') return confirmedBy(request);
    asked += 1;
    throw engineError('auth', { nothingApplied: true });
  });
  assert.ok(asked < 16, `${asked} were asked`);
  assert.equal(down.results.at(-1)?.kind, 'settled');
  const left = down.results.find((result) => result.kind === 'notSent');
  assert.ok(left?.kind === 'notSent');
  assert.match(left.reason, /8 tasks in a row could not be read. server says auth\./);
});
