import { strict as assert } from 'node:assert';

import { type CogniteRun, type CogniteScene, workflow } from './cogniteScene.ts';

export type Wire = Readonly<Record<string, unknown>>;

/** One call of Cognite's Python SDK, which is also sent as a raw call of the JavaScript SDK. */
export interface CogniteRow {
  readonly what: string;
  readonly plant?: (scene: CogniteScene) => Promise<CogniteRun>;
  /** Method and path below /api/v1. */
  readonly request: (run: CogniteRun) => string;
  /** Compact, as the Python SDK writes it. */
  readonly body?: string | ((run: CogniteRun) => string);
  /** 200 by default. */
  readonly status?: number;
  /** The keys that the SDK's parser requires, and what the call is for. */
  readonly check?: (body: never, run: CogniteRun) => void;
}

const project = '/projects/demo';
const workflows = `${project}/workflows`;
const encoded = 'wf%201%2F%C3%A5';
const filtered = JSON.stringify({ externalId: workflow });
const versioned = JSON.stringify({ externalId: workflow, version: '1' });

/** Checks that these keys exist: a missing one is a KeyError in the SDK. */
function holds(value: unknown, ...keys: readonly string[]): void {
  assert.ok(typeof value === 'object' && value !== null, 'no object');
  for (const key of keys) assert.ok(key in value, `${key} is missing`);
}

const holdItems =
  (...keys: readonly string[]) =>
  ({ items }: { items: readonly Wire[] }): void => {
    assert.ok(items.length > 0, 'no items');
    for (const item of items) holds(item, ...keys);
  };
const workflowKeys = ['externalId', 'createdTime', 'lastUpdatedTime'];
const versionKeys = ['workflowExternalId', 'version', 'workflowDefinition', 'createdTime'];
const executionKeys = ['id', 'workflowExternalId', 'status', 'createdTime'];
const taskKeys = ['id', 'externalId', 'status', 'taskType', 'input', 'output'];

export const cogniteRows: readonly CogniteRow[] = [
  {
    what: 'workflows.list, all of them',
    request: () => `GET ${workflows}?limit=1000`,
    check: holdItems(...workflowKeys),
  },
  {
    what: 'workflows.list',
    request: () => `GET ${workflows}?limit=25`,
    check: holdItems(...workflowKeys),
  },
  {
    what: 'workflows.retrieve, its name encoded',
    request: () => `GET ${workflows}/${encoded}`,
    check: (body: Wire) => {
      holds(body, ...workflowKeys);
      assert.equal(body['externalId'], workflow);
    },
  },
  {
    what: 'workflows.retrieve of nothing',
    request: () => `GET ${workflows}/no%2Fsuch`,
    status: 404,
  },
  {
    what: 'workflows.upsert',
    request: () => `POST ${workflows}`,
    body: '{"items":[{"externalId":"wf","maxConcurrentExecutions":2}]}',
    check: holdItems(...workflowKeys, 'maxConcurrentExecutions'),
  },
  {
    what: 'workflows.versions.upsert',
    request: () => `POST ${workflows}/versions`,
    body: '{"items":[{"workflowExternalId":"wf","version":"1","workflowDefinition":{"tasks":[{"externalId":"a","type":"function","parameters":{"function":{"externalId":"f","data":{"n":"\\u00e5"}},"isAsyncComplete":true}}]}}]}',
    check: ({ items }: { items: readonly Wire[] }) => {
      holds(items[0], ...versionKeys);
      holds(items[0]?.['workflowDefinition'], 'hash', 'tasks');
    },
  },
  {
    what: 'workflows.versions.list of one workflow',
    request: () => `POST ${workflows}/versions/list`,
    body: `{"filter":{"workflowFilters":[${filtered}]},"limit":1000}`,
    check: holdItems(...versionKeys),
  },
  {
    what: 'workflows.versions.list',
    request: () => `POST ${workflows}/versions/list`,
    body: '{"filter":{"workflowFilters":[]},"limit":25}',
    check: holdItems(...versionKeys),
  },
  {
    what: 'iterating workflows.versions, which the API does not know',
    request: () => `GET ${workflows}/versions?workflowFilters=x`,
    status: 404,
  },
  {
    what: 'workflows.versions.retrieve',
    request: () => `GET ${workflows}/${encoded}/versions/1`,
    check: (body: Wire) => holds(body, ...versionKeys),
  },
  {
    what: 'workflows.versions.delete',
    request: () => `POST ${workflows}/versions/delete?ignoreUnknownIds=false`,
    body: '{"items":[{"version":"1","workflowExternalId":"wf"}]}',
  },
  {
    what: 'workflows.delete',
    request: () => `POST ${workflows}/delete?ignoreUnknownIds=true`,
    body: '{"items":[{"externalId":"wf"}]}',
  },
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
  { what: 'workflows.triggers.list', request: () => `GET ${workflows}/triggers?limit=25` },
  {
    what: 'workflows.triggers.list_runs',
    request: () => `GET ${workflows}/triggers/a%2Fb/history?limit=25`,
    status: 404,
  },
  {
    what: 'workflows.triggers.pause',
    request: () => `POST ${workflows}/triggers/a%2Fb/pause`,
    status: 404,
  },
  {
    what: 'workflows.triggers.resume',
    request: () => `POST ${workflows}/triggers/a%2Fb/resume`,
    status: 404,
  },
  {
    what: 'workflows.triggers.delete',
    request: () => `POST ${workflows}/triggers/delete`,
    body: '{"items":[{"externalId":"x"}]}',
  },
  {
    what: 'iam.token.inspect',
    request: () => 'GET /token/inspect',
    check: (body: Wire) => holds(body, 'subject', 'projects', 'capabilities'),
  },
];

export function bodyOf({ body }: CogniteRow, run: CogniteRun): string | undefined {
  return typeof body === 'function' ? body(run) : body;
}
