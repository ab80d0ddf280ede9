import { strict as assert } from 'node:assert';
import { test } from 'node:test';

import type { Execution, ExecutionFilter } from '../../../../../src/domain/execution.ts';
import { matchesFilter, planSearch } from '../../../../../src/engines/conductor/read/planSearch.ts';

const execution: Execution = {
  id: 'Id-1',
  workflow: 'a,b',
  status: 'ODD STATUS',
  state: 'unknown',
  terminal: false,
  startedAt: 5_000,
  reason: 'It broke (badly)',
};

test('a filter becomes a query that every index understands', () => {
  const table: readonly (readonly [ExecutionFilter, string])[] = [
    [{}, ''],
    [{ workflow: 'my_flow-1.2' }, 'workflowType IN (my_flow-1.2)'],
    [{ workflow: 'two words' }, 'workflowType IN (two words)'],
    [{ workflow: 'größe😀'.slice(0, 5) }, 'workflowType IN (größe)'],
    [{ statuses: ['RUNNING', 'PAUSED'] }, 'status IN (RUNNING,PAUSED)'],
    [{ statuses: [] }, ''],
    [{ startedAfter: 1_500, startedBefore: 2_500 }, 'startTime>1000 AND startTime<3000'],
    [
      { workflow: 'a', statuses: ['FAILED'], startedAfter: 1_000 },
      'workflowType IN (a) AND status IN (FAILED) AND startTime>1000',
    ],
  ];
  for (const [filter, query] of table) {
    assert.deepEqual(planSearch(filter), { query });
    const exact = { forms: ['order-17'], isExact: true };
    assert.deepEqual(planSearch({ ...filter, text: ' order-17 ' }), { query, text: exact });
  }
});

test('conditions that the query grammar cannot express are applied here', () => {
  const names = ['a,b', 'a(b)', "a'b", 'a"b', 'x AND y', 'or or', 'a/b', 'a:b', 'a*', ' a', 'a\\b'];
  for (const workflow of names) {
    const plan = planSearch({ workflow, startedAfter: 1_000 });
    assert.equal(plan.query, 'startTime>1000', workflow);
    assert.equal(plan.localFilter?.({ ...execution, workflow }, []), true);
    assert.equal(plan.localFilter?.({ ...execution, workflow: 'other' }, []), false);
  }
  const odd = planSearch({ statuses: ['ODD STATUS'], text: 'broke (BADLY)' });
  assert.equal(odd.query, '');
  assert.deepEqual(odd.text?.forms, ['broke (BADLY)', 'broke badly']);
  assert.equal(odd.localFilter?.(execution, ['It broke (badly)']), true);
  assert.equal(odd.localFilter?.(execution, ['fine']), false);
  assert.equal(odd.localFilter?.({ ...execution, status: 'OTHER' }, ['broke (badly)']), false);
});

test('without an index the whole filter is applied here', () => {
  const table: readonly (readonly [ExecutionFilter, boolean])[] = [
    [{}, true],
    [{ workflow: 'a,b', statuses: ['ODD STATUS'], text: 'id-1' }, true],
    [{ workflow: 'a' }, false],
    [{ statuses: ['RUNNING'] }, false],
    [{ startedAfter: 5_000 }, false],
    [{ startedAfter: 4_999, startedBefore: 5_001 }, true],
    [{ startedBefore: 5_000 }, false],
    [{ text: 'nothing' }, false],
  ];
  for (const [filter, expected] of table) {
    assert.equal(matchesFilter(execution, [execution.id], filter), expected);
  }
});
