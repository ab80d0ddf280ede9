import { strict as assert } from 'node:assert';

import { cogniteExecutionRows } from './cogniteExecutionRows.ts';
import {
  type CogniteRow,
  workflows,
  encoded,
  filtered,
  holds,
  holdItems,
  workflowKeys,
  versionKeys,
  type Wire,
} from './cogniteRow.ts';
import { workflow } from './cogniteScene.ts';

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
  ...cogniteExecutionRows,
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
