import { strict as assert } from 'node:assert';

import { type ConductorScene, workflows } from './conductorScene.ts';
import { type JavaScriptRow, refOf, type Wire } from './javaScriptRow.ts';

const human = (scene: ConductorScene) => scene.human();
const worker = (scene: ConductorScene) => scene.worker();

/** The calls of the SDK's TaskClient and MetadataClient. */
export const taskAndMetadataRows: readonly JavaScriptRow[] = [
  {
    what: 'TaskClient.search',
    plant: human,
    call: ({ tasks }) => tasks.search(0, 10, '', '*', 'status IN (IN_PROGRESS)'),
    request: () =>
      'GET /api/tasks/search?start=0&size=10&sort=&freeText=*&query=status%20IN%20(IN_PROGRESS)',
    check: ({ results }: { results: Wire[] }) => assert.equal(results.length, 10),
  },
  {
    what: 'TaskClient.getTask',
    plant: human,
    call: ({ tasks }, run) => tasks.getTask(refOf(run)),
    request: (run) => `GET /api/tasks/${refOf(run)}`,
    check: (answer: Wire) => assert.equal(answer['status'], 'IN_PROGRESS'),
  },
  {
    what: 'TaskClient.addTaskLog',
    plant: human,
    call: ({ tasks }, run) => tasks.addTaskLog(refOf(run), 'hello'),
    request: (run) => `POST /api/tasks/${refOf(run)}/log`,
    body: () => '"hello"',
    check: async (_answer: unknown, run, scene) =>
      assert.match(JSON.stringify(await scene.read(`tasks/${refOf(run)}/log`)), /hello/),
  },
  {
    what: 'TaskClient.getTaskLogs',
    plant: human,
    call: async ({ tasks }, run) => {
      await tasks.addTaskLog(refOf(run), 'hello');
      return await tasks.getTaskLogs(refOf(run));
    },
    request: (run) => `GET /api/tasks/${refOf(run)}/log`,
    check: (answer: Wire[]) => assert.match(String(answer[0]?.['log']), /hello/),
  },
  {
    what: 'TaskClient.getQueueSizeForTask',
    plant: worker,
    call: ({ tasks }) => tasks.getQueueSizeForTask(['work', 'b']),
    request: () => 'GET /api/tasks/queue/sizes?taskType=work&taskType=b',
    check: (answer: Wire) => assert.deepEqual([Number(answer['work']) > 0, answer['b']], [true, 0]),
  },
  {
    what: 'TaskClient.getTaskPollData',
    plant: worker,
    call: ({ tasks }) => tasks.getTaskPollData('work'),
    request: () => 'GET /api/tasks/queue/polldata?taskType=work',
    check: (answer: unknown) => assert.ok(Array.isArray(answer)),
  },
  {
    what: 'MetadataClient.getAllWorkflowDefs',
    plant: human,
    call: ({ metadata }) => metadata.getAllWorkflowDefs(),
    request: () => 'GET /api/metadata/workflow',
    check: (answer: Wire[]) => assert.equal(answer.length, 3),
  },
  {
    what: 'MetadataClient.getWorkflowDef',
    plant: human,
    call: ({ metadata }) => metadata.getWorkflowDef(workflows.human, 1),
    request: () => `GET /api/metadata/workflow/${workflows.human}?metadata=false&version=1`,
    check: (answer: Wire) => assert.equal(answer['name'], workflows.human),
  },
  {
    what: 'MetadataClient.getAllTaskDefs',
    plant: human,
    call: ({ metadata }) => metadata.getAllTaskDefs(),
    request: () => 'GET /api/metadata/taskdefs',
    check: (answer: Wire[]) => assert.equal(answer[0]?.['name'], 'work'),
  },
  {
    what: 'MetadataClient.getTask',
    plant: human,
    call: ({ metadata }) => metadata.getTask('work'),
    request: () => 'GET /api/metadata/taskdefs/work',
    check: (answer: Wire) => assert.equal(answer['name'], 'work'),
  },
];
