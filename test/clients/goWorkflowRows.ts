import { strict as assert } from 'node:assert';

import { type ConductorScene, workflows } from './conductorScene.ts';
import { ends, type GoRow, shows, type Wire } from './goRow.ts';

const human = (scene: ConductorScene) => scene.human();
const failed = (scene: ConductorScene) => scene.failed();
const isId = (answer: unknown): void => assert.match(String(answer), /^[\da-f-]{36}$/);

const definition = (version: number) =>
  `{"name":"made","version":${version},"schemaVersion":2,"ownerEmail":"a@example.com","tasks":[{"name":"t","taskReferenceName":"t","type":"HUMAN"}]}`;

/** `conductor workflow …` */
export const goWorkflowRows: readonly GoRow[] = [
  {
    command: 'workflow list',
    request: () => 'GET /metadata/workflow',
    check: (list: Wire[]) => assert.equal(list.length, 3),
  },
  {
    command: 'workflow get NAME VERSION',
    request: () => `GET /metadata/workflow/${workflows.human}?version=1`,
    check: shows('name', workflows.human),
  },
  {
    command: 'workflow create',
    request: () => 'POST /metadata/workflow?overwrite=false',
    body: definition(1),
  },
  {
    command: 'workflow create of what is there already',
    request: () => 'POST /metadata/workflow?overwrite=false',
    body: definition(1),
    status: 409,
  },
  {
    command: 'workflow create --force',
    request: () => 'POST /metadata/workflow?overwrite=true',
    body: definition(1),
  },
  {
    command: 'workflow update',
    request: () => 'PUT /metadata/workflow',
    body: `[${definition(2)}]`,
    check: (answer: Wire) => assert.deepEqual(answer['bulkErrorResults'], {}),
  },
  {
    command: 'workflow delete NAME VERSION',
    request: () => 'DELETE /metadata/workflow/made/2',
  },
  {
    command: 'workflow start',
    request: () => `POST /workflow/${workflows.human}?correlationId=c+1&version=1`,
    body: '{"a":1}',
    check: isId,
  },
  {
    command: 'workflow start --sync',
    request: () =>
      `POST /workflow/execute/${workflows.human}/1?requestId=r1&waitUntilTaskRef=later`,
    body: '{"name":"humans","version":1,"input":{}}',
    check: (answer: Wire) => isId(answer['workflowId'] ?? answer['targetWorkflowId']),
  },
  {
    command: 'workflow search -w -s',
    plant: human,
    request: () =>
      'GET /workflow/search?freeText=&query=workflowType+IN+%28humans%29+AND+status+IN+%28RUNNING%29&size=10&sort=startTime%3ADESC&start=0',
    check: ({ results }: { results: Wire[] }, { id }) =>
      assert.ok(results.some((hit) => hit['workflowId'] === id)),
  },
  {
    command: 'workflow search --start-time-after',
    plant: human,
    request: () =>
      'GET /workflow/search?freeText=&query=startTime%3E1700000000000&size=10&sort=startTime%3ADESC&start=0',
    check: ({ results }: { results: Wire[] }) => assert.ok(results.length > 0),
  },
  {
    command: 'workflow search TEXT',
    plant: human,
    request: ({ id }) =>
      `GET /workflow/search?freeText=${id}&query=&size=10&sort=startTime%3ADESC&start=0`,
    check: ({ results }: { results: Wire[] }) => assert.equal(results.length, 1),
  },
  {
    command: 'workflow status',
    plant: human,
    request: ({ id }) => `GET /workflow/${id}/status?includeOutput=false&includeVariables=false`,
    check: shows('status', 'RUNNING'),
  },
  {
    command: 'workflow status, on a server without that path',
    plant: human,
    request: ({ id }) => `GET /workflow/${id}?includeTasks=false`,
    check: shows('status', 'RUNNING'),
  },
  {
    command: 'workflow get-execution -c',
    plant: human,
    request: ({ id }) => `GET /workflow/${id}?includeTasks=true`,
    check: ({ tasks }: { tasks: Wire[] }) => assert.equal(tasks.length, 1),
  },
  {
    command: 'workflow pause',
    plant: human,
    request: ({ id }) => `PUT /workflow/${id}/pause`,
    check: ends('PAUSED'),
  },
  {
    command: 'workflow resume of what is not paused',
    plant: human,
    request: ({ id }) => `PUT /workflow/${id}/resume`,
    status: 500,
  },
  {
    command: 'workflow terminate',
    plant: human,
    request: ({ id }) => `DELETE /workflow/${id}?reason=`,
    check: ends('TERMINATED'),
  },
  {
    command: 'workflow restart --use-latest',
    plant: failed,
    request: ({ id }) => `POST /workflow/${id}/restart?useLatestDefinitions=true`,
    status: 204,
    check: ends('RUNNING'),
  },
  {
    command: 'workflow retry --resume-subworkflow-tasks',
    plant: failed,
    request: ({ id }) => `POST /workflow/${id}/retry?resumeSubworkflowTasks=true`,
    status: 204,
    check: ends('RUNNING'),
  },
  {
    command: 'workflow rerun',
    plant: failed,
    request: ({ id }) => `POST /workflow/${id}/rerun`,
    body: '{}',
    check: ends('RUNNING'),
  },
  {
    command: 'workflow skip-task',
    plant: human,
    request: ({ id }) =>
      `PUT /workflow/${id}/skiptask/later?skipTaskRequest=map%5BtaskInput%3Amap%5B%5D+taskOutput%3Amap%5B%5D%5D`,
  },
  {
    command: 'workflow jump, which only Orkes has',
    plant: human,
    request: ({ id }) => `POST /workflow/${id}/jump/later`,
    body: '{}',
    status: 404,
  },
  {
    command: 'workflow update-state, which only Orkes has',
    plant: human,
    request: ({ id }) => `POST /workflow/${id}/state?requestId=r1`,
    body: '{"variables":{}}',
    status: 404,
  },
  {
    command: 'workflow delete-execution -a',
    plant: failed,
    request: ({ id }) => `DELETE /workflow/${id}/remove?archiveWorkflow=true`,
  },
];
