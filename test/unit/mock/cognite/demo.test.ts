import { strict as assert } from 'node:assert';
import { test } from 'node:test';

import { createClock } from '../../../../src/mock/clock.ts';
import { createCognite } from '../../../../src/mock/cognite/cognite.ts';

const plant = (seed: 'demo' | number) => {
  const cognite = createCognite({ clock: createClock(() => 1_763_700_000_000), seed });
  return [...cognite.project('demo').store.executions.values()];
};

test('the demo tells of runs in every state, with people waited for', () => {
  const executions = plant('demo');
  const states = new Set(executions.map((execution) => execution.status));
  assert.deepEqual([...states].toSorted(), ['COMPLETED', 'FAILED', 'RUNNING', 'TERMINATED']);
  const waiting = executions
    .filter((execution) => execution.status === 'RUNNING')
    .flatMap((execution) => execution.runs)
    .filter(
      (run) => run.status === 'IN_PROGRESS' && run.def.parameters['isAsyncComplete'] === true,
    );
  assert.deepEqual(waiting.map((run) => run.def.externalId).toSorted(), [
    'approve-anomaly',
    'approve-anomaly',
    'confirm-tags',
    'simulation-inputs',
  ]);
});

test('no time stamp of the demo lies in the future', () => {
  const now = 1_763_700_000_000;
  for (const execution of plant('demo')) {
    const times = [execution.createdTime, execution.endTime ?? 0];
    for (const run of execution.runs) times.push(run.startTime ?? 0, run.endTime ?? 0);
    assert.ok(Math.max(...times) <= now, execution.id);
  }
});

test('a seed of a number has that many executions, some of them open', () => {
  const executions = plant(300);
  assert.equal(executions.length, 300);
  assert.equal(executions.filter((execution) => execution.status === 'RUNNING').length, 100);
});
