import { strict as assert } from 'node:assert';

import type { ConductorScene } from './conductorScene.ts';
import { ends, type GoRow, shows, type Wire } from './goRow.ts';

const wait = (scene: ConductorScene) => scene.wait();

/** `conductor task …` */
export const goTaskRows: readonly GoRow[] = [
  {
    command: 'task create',
    request: () => 'POST /metadata/taskdefs',
    body: '[{"name":"made","ownerEmail":"a@example.com"}]',
  },
  {
    command: 'task update',
    request: () => 'PUT /metadata/taskdefs',
    body: '{"name":"made","ownerEmail":"a@example.com","retryCount":1}',
  },
  {
    command: 'task list',
    request: () => 'GET /metadata/taskdefs',
    check: (list: Wire[]) => assert.equal(list.length, 2),
  },
  {
    command: 'task get',
    request: () => 'GET /metadata/taskdefs/made',
    check: shows('retryCount', 1),
  },
  { command: 'task delete', request: () => 'DELETE /metadata/taskdefs/made' },
  {
    command: 'task poll',
    plant: (scene) => scene.worker(),
    request: () => 'GET /tasks/poll/batch/work?count=1&timeout=100&workerid=host',
    check: ([task]: Wire[]) => assert.equal(task?.['status'], 'IN_PROGRESS'),
  },
  ...(['IN_PROGRESS', 'COMPLETED', 'FAILED', 'FAILED_WITH_TERMINAL_ERROR'] as const).map(
    (status): GoRow => ({
      command: `task update-execution --status ${status}`,
      plant: wait,
      request: ({ id }) => `POST /tasks/${id}/pause/${status}?workerid=host`,
      body: '{"a":1}',
      check: async (answer: unknown, { tasks }, scene) => {
        assert.equal(answer, tasks['pause']);
        const task = await scene.read(`tasks/${tasks['pause']}`);
        assert.deepEqual(
          [task['status'], task['workerId'], task['outputData']],
          [status, 'host', { a: 1 }],
        );
      },
    }),
  ),
  {
    command: 'task update-execution of nothing',
    plant: wait,
    request: ({ id }) => `POST /tasks/${id}/none/COMPLETED?workerid=host`,
    body: '{}',
    check: (answer: unknown) => assert.equal(answer, ''),
  },
  {
    command: 'task signal',
    plant: wait,
    request: ({ id }) => `POST /tasks/${id}/COMPLETED/signal`,
    body: '{}',
    check: ends('COMPLETED'),
  },
  {
    command: 'task signal-sync',
    plant: wait,
    request: ({ id }) => `POST /tasks/${id}/COMPLETED/signal/sync?returnStrategy=TARGET_WORKFLOW`,
    body: '{}',
    check: shows('targetWorkflowStatus', 'COMPLETED'),
  },
];
