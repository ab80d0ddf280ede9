import { strict as assert } from 'node:assert';
import { test } from 'node:test';

import {
  getExecution,
  inspectToken,
  listExecutions,
  listVersions,
  listWorkflows,
  updateTask,
} from '../../../../../src/engines/cognite/wire/endpoints.ts';

const page = { limit: 25, cursor: undefined };

test('empty filters are left out', () => {
  const bodyOf = (query: Parameters<typeof listExecutions>[1], cursor?: string) =>
    listExecutions('p', query, { limit: 5, cursor }).body;
  assert.deepEqual(bodyOf({}), { kind: 'json', value: { limit: 5 } });
  assert.deepEqual(bodyOf({ statuses: [] }), { kind: 'json', value: { limit: 5 } });
  assert.deepEqual(bodyOf({ workflow: 'wf', statuses: ['RUNNING', 'RUNNING'] }, 'c'), {
    kind: 'json',
    value: {
      filter: { workflowFilters: [{ externalId: 'wf' }], status: ['RUNNING'] },
      limit: 5,
      cursor: 'c',
    },
  });
  assert.deepEqual(bodyOf({ createdAfter: -5, createdBefore: 9 }), {
    kind: 'json',
    value: { filter: { createdTimeStart: 0, createdTimeEnd: 9 }, limit: 5 },
  });
});

test('hostile ids stay within their segment of the path', () => {
  const ids = ['a b/c', '100%', 'a%2Fb', '../x', 'ä😀', '?#&'];
  for (const id of ids) {
    const encoded = encodeURIComponent(id);
    assert.equal(
      getExecution(id, id).path,
      `api/v1/projects/${encoded}/workflows/executions/${encoded}`,
    );
    assert.equal(
      updateTask(id, id, { status: 'COMPLETED' }).path,
      `api/v1/projects/${encoded}/workflows/tasks/${encoded}/update`,
    );
  }
});

test('lists by POST may be repeated, an update may not', () => {
  assert.equal(listWorkflows('p', page).idempotent, true);
  assert.equal(listVersions('p', ['a'], page).idempotent, true);
  assert.equal(listExecutions('p', {}, page).idempotent, true);
  assert.equal(inspectToken().idempotent, true);
  assert.equal(updateTask('p', 't', { status: 'FAILED' }).idempotent, false);
});

test('no output and an empty one are different requests', () => {
  assert.deepEqual(updateTask('p', 't', { status: 'COMPLETED' }).body, {
    kind: 'json',
    value: { status: 'COMPLETED' },
  });
  assert.deepEqual(updateTask('p', 't', { status: 'COMPLETED', output: {} }).body, {
    kind: 'json',
    value: { status: 'COMPLETED', output: {} },
  });
});
