import { strict as assert } from 'node:assert';
import { test } from 'node:test';

import {
  parseDefinitions,
  parseSearch,
  parseVersions,
  parseWorkflow,
} from '../../../../../src/engines/conductor/wire/records.ts';
import {
  summaryToExecution,
  toExecution,
} from '../../../../../src/engines/conductor/toDomain/toExecution.ts';
import { recordsIn } from '../../../../../src/engines/readRecords.ts';
import { toWorkflows } from '../../../../../src/engines/conductor/toDomain/toWorkflows.ts';

const answer = (body: object) => ({ status: 200, headers: {}, text: JSON.stringify(body) });

test('an execution from the index and from the store read the same', () => {
  const start = Date.UTC(2026, 0, 2);
  const expected = {
    id: 'w1',
    workflow: 'flow',
    status: 'FAILED',
    state: 'failed',
    terminal: true,
    version: '2',
    startedAt: start,
    endedAt: start + 1_000,
    reason: 'it broke',
    correlationId: 'order-1',
  };
  const both = {
    workflowId: 'w1',
    status: 'FAILED',
    reasonForIncompletion: 'it broke',
    correlationId: 'order-1',
  };
  const stored = { ...both, workflowName: 'flow', workflowVersion: 2 };
  const times = { startTime: start, endTime: start + 1_000 };
  assert.deepEqual(toExecution(parseWorkflow(answer({ ...stored, ...times }))), expected);

  const iso = { startTime: '2026-01-02T00:00:00.000Z', endTime: '2026-01-02T00:00:01.000Z' };
  const summary = { ...both, ...iso, workflowType: 'flow', version: 2 };
  const [found] = parseSearch(answer({ totalHits: 1, results: [summary] })).results;
  assert.ok(found !== undefined && 'record' in found);
  assert.deepEqual(summaryToExecution(found.record), expected);
  assert.deepEqual(summaryToExecution({ ...found.record, ...times }), expected);
  assert.equal(summaryToExecution({ ...found.record, startTime: 'soon' }).startedAt, undefined);
});

test('statuses have their states', () => {
  const table = [
    ['RUNNING', 'running', false],
    ['PAUSED', 'waiting', false],
    ['COMPLETED', 'succeeded', true],
    ['FAILED', 'failed', true],
    ['TIMED_OUT', 'failed', true],
    ['TERMINATED', 'cancelled', true],
    ['SOMETHING_NEW', 'unknown', false],
  ] as const;
  for (const [status, state, terminal] of table) {
    const found = toExecution(parseWorkflow(answer({ workflowId: 'w', status, endTime: 0 })));
    assert.deepEqual([found.state, found.terminal, found.endedAt], [state, terminal, undefined]);
  }
});

test('versions are grouped into workflows by name, newest version first', () => {
  const listed = parseVersions(
    answer({
      zebra: [{ name: 'zebra', version: 1 }],
      ape: [
        { name: 'ape', version: 2, createTime: 5, updateTime: 9 },
        { name: 'ape', version: 10, createTime: 7 },
      ],
    }),
  );
  const expected = [
    { id: 'ape', name: 'ape', version: '10', versions: ['10', '2'], updatedAt: 9 },
    { id: 'zebra', name: 'zebra', version: '1', versions: ['1'] },
  ];
  assert.deepEqual(toWorkflows(recordsIn(listed)), expected);
  assert.deepEqual(toWorkflows(recordsIn(parseDefinitions(answer(recordsIn(listed))))), expected);
});
