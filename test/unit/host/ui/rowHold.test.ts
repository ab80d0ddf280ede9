import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { test } from 'node:test';
import { createRowHold } from '../../../../src/host/ui/rowHold.ts';
import type { WorkflowNode } from '../../../../src/host/trees/workflowNode.ts';
import { taskNumber } from '../../../support/bulkItems.ts';
import { abortError } from '../../../support/fakeClock.ts';

/** A clock whose waits end when the test moves the time on. */
function createHandClock() {
  let now = 0;
  let waits: { readonly untilMs: number; readonly resolve: () => void }[] = [];
  return {
    now: () => now,
    wait: (ms: number, signal: AbortSignal) =>
      new Promise<void>((resolve, reject) => {
        waits.push({ untilMs: now + ms, resolve });
        signal.addEventListener('abort', () => reject(abortError()));
      }),
    pass: async (ms: number) => {
      now += ms;
      for (const wait of waits.filter(({ untilMs }) => untilMs <= now)) wait.resolve();
      waits = waits.filter(({ untilMs }) => untilMs > now);
      await setImmediate();
    },
  };
}

function rowsOf(...numbers: readonly number[]): readonly WorkflowNode[] {
  return numbers.map((number) => ({
    kind: 'task',
    id: `row${number}`,
    task: taskNumber(number),
    attempts: [],
    children: [],
    past: false,
  }));
}

test('a row that was clicked keeps its place until the moment is over', async () => {
  const clock = createHandClock();
  let again = 0;
  const hold = createRowHold(clock, () => (again += 1));
  hold.keep('row2');

  assert.equal(hold.isMoved(rowsOf(1, 2, 3), rowsOf(1, 3)), true, 'the row is gone');
  await clock.pass(1999);
  assert.equal(again, 0);
  await clock.pass(1);
  assert.equal(again, 1);
  assert.equal(hold.isMoved(rowsOf(1, 2, 3), rowsOf(1, 3)), false, 'the moment is over');
});

test('rows above the clicked row may not change, rows below may', () => {
  const hold = createRowHold(createHandClock(), () => undefined);
  hold.keep('row2');

  assert.equal(hold.isMoved(rowsOf(1, 2, 3), rowsOf(0, 1, 2, 3)), true);
  assert.equal(hold.isMoved(rowsOf(1, 2, 3), rowsOf(2, 3)), true);
  assert.equal(hold.isMoved(rowsOf(1, 2, 3), rowsOf(1, 2, 4, 5)), false);
});

test('a row that is not on show holds nothing', () => {
  const hold = createRowHold(createHandClock(), () => undefined);
  assert.equal(hold.isMoved(rowsOf(1, 2), rowsOf(2)), false);
  hold.keep('row9');
  assert.equal(hold.isMoved(rowsOf(1, 2), rowsOf(2)), false);
});

test('a further click makes the moment longer, with one reading at its end', async () => {
  const clock = createHandClock();
  let again = 0;
  const hold = createRowHold(clock, () => (again += 1));
  hold.keep('row1');
  assert.equal(hold.isMoved(rowsOf(1), rowsOf()), true);
  await clock.pass(1500);
  hold.keep('row1');
  assert.equal(hold.isMoved(rowsOf(1), rowsOf()), true);

  await clock.pass(1500);
  assert.equal(again, 0);
  await clock.pass(500);
  assert.equal(again, 1);
});

test('nothing is read after the tree is gone', async () => {
  const clock = createHandClock();
  let again = 0;
  const hold = createRowHold(clock, () => (again += 1));
  hold.keep('row1');
  assert.equal(hold.isMoved(rowsOf(1), rowsOf()), true);
  hold.dispose();
  await clock.pass(5000);
  assert.equal(again, 0);
});
