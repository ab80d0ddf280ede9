import { strict as assert } from 'node:assert';

import {
  type CogniteRow,
  project,
  workflows,
  encoded,
  versioned,
  holds,
  holdItems,
  executionKeys,
  taskKeys,
  type Wire,
} from './cogniteRow.ts';

/** Sessions, executions and their tasks. */
export const cogniteExecutionRows: readonly CogniteRow[] = [
  {
    what: 'the session of workflows.executions.run',
    request: () => `POST ${project}/sessions`,
    body: '{"items":[{"tokenExchange":true}]}',
    check: holdItems('id', 'status', 'nonce'),
  },
  {
    what: 'the session of a client with credentials',
    request: () => `POST ${project}/sessions`,
    body: '{"items":[{"clientId":"c","clientSecret":"s"}]}',
    check: holdItems('id', 'status', 'nonce'),
  },
  {
    what: 'the session of a run by the vendor’s toolkit',
    request: () => `POST ${project}/sessions`,
    body: '{"items":[{"oneshotTokenExchange":true}]}',
    check: holdItems('id', 'status', 'nonce', 'type'),
  },
  {
    what: 'workflows.executions.run in a session',
    plant: (scene) => scene.session(),
    request: () => `POST ${workflows}/${encoded}/versions/1/run`,
    body: ({ id }) => `{"authentication":{"nonce":"${id}"}}`,
    status: 202,
    check: (body: Wire) => assert.equal(body['status'], 'RUNNING'),
  },
  {
    what: 'workflows.executions.run without a session',
    request: () => `POST ${workflows}/${encoded}/versions/1/run`,
    body: '{"input":{"x":1}}',
    status: 400,
  },
  {
    what: 'workflows.executions.run of an unknown version',
    request: () => `POST ${workflows}/${encoded}/versions/7/run`,
    body: '{"authentication":{"nonce":"n"}}',
    status: 404,
  },
  {
    what: 'workflows.executions.run',
    request: () => `POST ${workflows}/${encoded}/versions/1/run`,
    body: '{"authentication":{"nonce":"n"},"input":{"x":1},"metadata":{"k":"v"}}',
    status: 202,
    check: (body: Wire) => holds(body, ...executionKeys),
  },
  {
    what: 'workflows.executions.list with its filters',
    plant: (scene) => scene.open(),
    request: () => `POST ${workflows}/executions/list`,
    body: `{"filter":{"workflowFilters":[${versioned}],"createdTimeStart":5,"createdTimeEnd":99999999999999,"status":["RUNNING","TIMED_OUT"]},"limit":25}`,
    check: (body: { items: readonly Wire[] }, { id }) => {
      holdItems(...executionKeys)(body);
      assert.ok(body.items.some((item) => item['id'] === id));
    },
  },
  {
    what: 'workflows.executions.retrieve_detailed',
    plant: (scene) => scene.open(),
    request: ({ id }) => `GET ${workflows}/executions/${id}`,
    check: (body: { executedTasks: readonly Wire[] }) => {
      holds(body, ...executionKeys, 'workflowDefinition', 'executedTasks');
      const [task] = body.executedTasks;
      holds(task, ...taskKeys);
      holds(task?.['output']);
      holds(task?.['input'], 'function');
    },
  },
  {
    what: 'workflows.executions.retrieve_detailed of nothing',
    request: () => `GET ${workflows}/executions/00000000-0000-4000-8000-000000000000`,
    status: 400,
  },
  {
    what: 'workflows.executions.cancel with a reason',
    plant: (scene) => scene.open(),
    request: ({ id }) => `POST ${workflows}/executions/${id}/cancel`,
    body: '{"reason":"why"}',
    check: (body: Wire) => {
      holds(body, ...executionKeys);
      assert.deepEqual([body['status'], body['reasonForIncompletion']], ['TERMINATED', 'why']);
    },
  },
  {
    what: 'workflows.executions.cancel',
    plant: (scene) => scene.open(),
    request: ({ id }) => `POST ${workflows}/executions/${id}/cancel`,
    body: '{}',
    check: (body: Wire) => assert.equal(body['status'], 'TERMINATED'),
  },
  {
    what: 'workflows.executions.retry',
    plant: (scene) => scene.failed(),
    request: ({ id }) => `POST ${workflows}/executions/${id}/retry`,
    body: '{"authentication":{"nonce":"n"}}',
    check: (body: Wire) => assert.equal(body['status'], 'RUNNING'),
  },
  {
    what: 'workflows.executions.retry of a run that goes on',
    plant: (scene) => scene.open(),
    request: ({ id }) => `POST ${workflows}/executions/${id}/retry`,
    body: '{"authentication":{"nonce":"n"}}',
    status: 400,
  },
  {
    what: 'the retry of the vendor’s toolkit, without a nonce',
    plant: (scene) => scene.failed(),
    request: ({ id }) => `POST ${workflows}/executions/${id}/retry`,
    status: 400,
  },
  {
    what: 'workflows.executions.cancel of a run that is over',
    plant: (scene) => scene.failed(),
    request: ({ id }) => `POST ${workflows}/executions/${id}/cancel`,
    body: '{}',
    status: 400,
  },
  {
    what: 'workflows.tasks.update',
    plant: (scene) => scene.open(),
    request: ({ task }) => `POST ${workflows}/tasks/${task}/update`,
    body: '{"status":"COMPLETED","output":{"k":"\\u00e6"}}',
    check: (body: Wire) => {
      holds(body, ...taskKeys);
      assert.equal(body['status'], 'COMPLETED');
      assert.equal((body['output'] as Wire)['k'], 'æ');
    },
  },
  {
    what: 'workflows.tasks.update a second time, as its own retries send it',
    plant: (scene) => scene.failed(),
    request: ({ task }) => `POST ${workflows}/tasks/${task}/update`,
    body: '{"status":"COMPLETED"}',
    status: 400,
  },
];
