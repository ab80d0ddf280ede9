import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { ExecutionFilter } from '../../../../../src/domain/execution.ts';
import { filterTasks } from '../../../../../src/engines/xpander/read/filterTasks.ts';
import { recordsIn } from '../../../../../src/engines/readRecords.ts';
import { parseTasks } from '../../../../../src/engines/xpander/wire/records.ts';

const answered = parseTasks({
  status: 200,
  headers: {},
  text: JSON.stringify([
    {
      id: 'a',
      agent_id: 'g',
      status: 'paused',
      title: 'Refund',
      created_at: '2026-05-01T00:00:00Z',
    },
    {
      id: 'b',
      agent_id: 'g',
      status: 'failed',
      result: 'No REFUND',
      created_at: '2026-05-03T00:00:00Z',
    },
    { id: 'c', agent_id: 'g', status: 'paused', created_at: '2026-05-02T00:00:00Z' },
    { id: 'd', agent_id: 'g', status: 'executing' },
  ]),
});
const tasks = recordsIn(answered);
const ids = (filter: ExecutionFilter) => filterTasks(tasks, filter).map((task) => task.id);

const table: readonly (readonly [string, ExecutionFilter, readonly string[]])[] = [
  ['nothing: newest first', {}, ['b', 'c', 'a', 'd']],
  ['one status', { statuses: ['paused'] }, ['c', 'a']],
  ['several statuses', { statuses: ['paused', 'failed'] }, ['b', 'c', 'a']],
  ['no status at all', { statuses: [] }, ['b', 'c', 'a', 'd']],
  ['a text in title or result, in any case', { text: ' refund ' }, ['b', 'a']],
  ['a text that is an id', { text: 'c' }, ['c']],
  ['a time from', { startedAfter: Date.UTC(2026, 4, 2) }, ['b', 'c']],
  ['a time up to', { startedBefore: Date.UTC(2026, 4, 2) }, ['c', 'a', 'd']],
];

for (const [what, filter, expected] of table) {
  test(`filters by ${what}`, () => {
    assert.deepEqual(ids(filter), expected);
  });
}
