import { strict as assert } from 'node:assert';

import { orkesHeaders } from '../support/conductorClient.ts';
import { startMock, type TestMock } from '../support/startMock.ts';
import type { ClientCall, ClientStage } from './clientCall.ts';
import {
  createConductorScene,
  type ConductorScene,
  type Run,
  workflows,
} from './conductorScene.ts';
import { conductorSdk, type ConductorSdk } from './conductorSdk.ts';

interface Row {
  readonly what: string;
  readonly plant: (scene: ConductorScene) => Promise<Run>;
  readonly call: (sdk: ConductorSdk, run: Run) => Promise<unknown>;
  /** Method, path and query exactly as the client sends them. */
  readonly request: (run: Run) => string;
  /** The body's text. */
  readonly body?: (run: Run) => string;
  readonly check: (answer: never, run: Run, scene: ConductorScene) => unknown;
  /** True where the server refuses what the client sends. */
  readonly fails?: boolean;
}

type Wire = Readonly<Record<string, unknown>>;
const out = { ok: true };
const refOf = ({ tasks }: Run) => tasks['my ref'] ?? '';
const human = (scene: ConductorScene) => scene.human();
const worker = (scene: ConductorScene) => scene.worker();

/** Is the task, or the execution, what the call was to make of it? */
const becomes =
  (status: string, output?: Wire) =>
  async (_answer: unknown, run: Run, scene: ConductorScene): Promise<void> => {
    const task = await scene.read(`tasks/${refOf(run)}`);
    assert.equal(task['status'], status);
    if (output !== undefined) assert.deepEqual(task['outputData'], output);
  };
const ends =
  (status: string) =>
  async (_answer: unknown, { id }: Run, scene: ConductorScene): Promise<void> => {
    assert.equal((await scene.read(`workflow/${id}`))['status'], status);
  };

const rows: readonly Row[] = [
  {
    what: 'WorkflowExecutor.search',
    plant: human,
    call: ({ executor }) => executor.search(0, 10, 'status IN (RUNNING)', '*', 'startTime:DESC'),
    request: () =>
      'GET /api/workflow/search?start=0&size=10&sort=startTime%3ADESC&freeText=*&query=status%20IN%20(RUNNING)&skipCache=false',
    check: ({ results }: { results: Wire[] }, { id }) =>
      assert.ok(results.some((hit) => hit['workflowId'] === id)),
  },
  {
    what: 'WorkflowExecutor.getExecution',
    plant: human,
    call: ({ executor }, { id }) => executor.getExecution(id),
    request: ({ id }) => `GET /api/workflow/${id}?includeTasks=true`,
    check: (answer: { tasks: Wire[] }, run) =>
      assert.equal(answer.tasks[0]?.['taskId'], refOf(run)),
  },
  {
    what: 'WorkflowExecutor.getWorkflow',
    plant: human,
    call: ({ executor }, { id }) => executor.getWorkflow(id, true),
    request: ({ id }) => `GET /api/workflow/${id}?includeTasks=true`,
    check: (answer: Wire, { id }) => assert.equal(answer['workflowId'], id),
  },
  {
    what: 'WorkflowExecutor.getWorkflowStatus',
    plant: human,
    call: ({ executor }, { id }) => executor.getWorkflowStatus(id, true, true),
    request: ({ id }) => `GET /api/workflow/${id}/status?includeOutput=true&includeVariables=true`,
    check: (answer: Wire) => assert.equal(answer['status'], 'RUNNING'),
  },
  {
    what: 'WorkflowExecutor.startWorkflow',
    plant: human,
    call: ({ executor }) =>
      executor.startWorkflow({ name: workflows.human, version: 1, input: { a: 1 } }),
    request: () => 'POST /api/workflow',
    body: () => `{"name":"${workflows.human}","version":1,"input":{"a":1}}`,
    check: (answer: unknown) => assert.match(String(answer), /^[\da-f-]{36}$/),
  },
  {
    what: 'WorkflowExecutor.updateTask',
    plant: human,
    call: ({ executor }, run) => executor.updateTask(refOf(run), run.id, 'COMPLETED', out),
    request: () => 'POST /api/tasks',
    body: (run) =>
      `{"outputData":{"ok":true},"status":"COMPLETED","taskId":"${refOf(run)}","workflowInstanceId":"${run.id}"}`,
    check: becomes('COMPLETED', out),
  },
  {
    what: 'WorkflowExecutor.updateTaskByRefName',
    plant: human,
    call: ({ executor }, { id }) => executor.updateTaskByRefName('my ref', id, 'FAILED', out),
    request: ({ id }) => `POST /api/tasks/${id}/my%20ref/FAILED`,
    body: () => '{"ok":true}',
    check: becomes('FAILED', out),
  },
  {
    what: 'WorkflowExecutor.updateTaskByRefName of nothing, which it takes for a success',
    plant: human,
    call: ({ executor }, { id }) => executor.updateTaskByRefName('none', id, 'COMPLETED', out),
    request: ({ id }) => `POST /api/tasks/${id}/none/COMPLETED`,
    body: () => '{"ok":true}',
    check: becomes('IN_PROGRESS', {}),
  },
  {
    what: 'WorkflowExecutor.updateTaskByRefName with a slash, which the web server refuses',
    plant: human,
    call: ({ executor }, { id }) => executor.updateTaskByRefName('my ref/x', id, 'COMPLETED', out),
    request: ({ id }) => `POST /api/tasks/${id}/my%20ref%2Fx/COMPLETED`,
    body: () => '{"ok":true}',
    fails: true,
    check: becomes('IN_PROGRESS', {}),
  },
  {
    what: 'WorkflowExecutor.updateTaskSync, which nests the output',
    plant: human,
    call: ({ executor }, { id }) => executor.updateTaskSync('my ref', id, 'COMPLETED', out, 'me'),
    request: ({ id }) => `POST /api/tasks/${id}/my%20ref/COMPLETED/sync?workerid=me`,
    body: () => '{"taskOutput":{"ok":true}}',
    check: becomes('COMPLETED', { taskOutput: out }),
  },
  {
    what: 'TaskClient.updateTaskSync',
    plant: human,
    call: ({ tasks }, { id }) => tasks.updateTaskSync(id, 'my ref', 'COMPLETED', out, 'me'),
    request: ({ id }) => `POST /api/tasks/${id}/my%20ref/COMPLETED/sync?workerid=me`,
    body: () => '{"ok":true}',
    check: becomes('COMPLETED', out),
  },
  {
    what: 'TaskClient.updateTaskResult, which nests the output',
    plant: human,
    call: ({ tasks }, { id }) => tasks.updateTaskResult(id, 'my ref', 'COMPLETED', out),
    request: ({ id }) => `POST /api/tasks/${id}/my%20ref/COMPLETED`,
    body: () => '{"outputData":{"ok":true}}',
    check: becomes('COMPLETED', { outputData: out }),
  },
  {
    what: 'WorkflowExecutor.signal',
    plant: (scene) => scene.wait(),
    call: ({ executor }, { id }) => executor.signal(id, 'COMPLETED', out),
    request: ({ id }) =>
      `POST /api/tasks/${id}/COMPLETED/signal/sync?returnStrategy=TARGET_WORKFLOW`,
    body: () => '{"taskOutput":{"ok":true}}',
    check: ends('COMPLETED'),
  },
  {
    what: 'WorkflowExecutor.signalAsync',
    plant: (scene) => scene.wait(),
    call: ({ executor }, { id }) => executor.signalAsync(id, 'COMPLETED', out),
    request: ({ id }) => `POST /api/tasks/${id}/COMPLETED/signal`,
    body: () => '{"taskOutput":{"ok":true}}',
    check: ends('COMPLETED'),
  },
  {
    what: 'WorkflowExecutor.pause',
    plant: human,
    call: ({ executor }, { id }) => executor.pause(id),
    request: ({ id }) => `PUT /api/workflow/${id}/pause`,
    check: ends('PAUSED'),
  },
  {
    what: 'WorkflowExecutor.resume',
    plant: async (scene) => scene.human(),
    call: async ({ executor }, { id }) => {
      await executor.pause(id);
      return await executor.resume(id);
    },
    request: ({ id }) => `PUT /api/workflow/${id}/resume`,
    check: ends('RUNNING'),
  },
  {
    what: 'WorkflowExecutor.retry',
    plant: (scene) => scene.failed(),
    call: ({ executor }, { id }) => executor.retry(id, false),
    request: ({ id }) => `POST /api/workflow/${id}/retry?resumeSubworkflowTasks=false`,
    check: ends('RUNNING'),
  },
  {
    what: 'WorkflowExecutor.restart',
    plant: (scene) => scene.failed(),
    call: ({ executor }, { id }) => executor.restart(id, true),
    request: ({ id }) => `POST /api/workflow/${id}/restart?useLatestDefinitions=true`,
    check: ends('RUNNING'),
  },
  {
    what: 'WorkflowExecutor.terminate',
    plant: human,
    call: ({ executor }, { id }) => executor.terminate(id, 'because'),
    request: ({ id }) => `DELETE /api/workflow/${id}?reason=because`,
    check: ends('TERMINATED'),
  },
  {
    what: 'WorkflowExecutor.reRun',
    plant: (scene) => scene.failed(),
    call: ({ executor }, run) => executor.reRun(run.id, { reRunFromTaskId: refOf(run) }),
    request: ({ id }) => `POST /api/workflow/${id}/rerun`,
    body: (run) => `{"reRunFromTaskId":"${refOf(run)}"}`,
    check: ends('RUNNING'),
  },
  {
    what: 'WorkflowExecutor.skipTasksFromWorkflow',
    plant: human,
    call: ({ executor }, { id }) =>
      executor.skipTasksFromWorkflow(id, 'later', { taskOutput: out }),
    request: ({ id }) => `PUT /api/workflow/${id}/skiptask/later`,
    body: () => '{"taskOutput":{"ok":true}}',
    check: async (_answer: unknown, { id }, scene) => {
      const { tasks } = await scene.read(`workflow/${id}`);
      const skipped = (tasks as Wire[]).find((task) => task['referenceTaskName'] === 'later');
      assert.equal(skipped?.['status'], 'SKIPPED');
    },
  },
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

const key = { id: 'k1', secret: 's1' };

/** The official JavaScript client of Conductor, unchanged, on an open source server or on Orkes. */
export async function conductorJavaScript(folder: string, isOrkes: boolean): Promise<ClientStage> {
  const orkes = { keys: { [key.id]: key.secret } };
  const mock = await startMock({ seed: 'empty', ...(isOrkes ? { orkes } : {}) });
  const signIn = isOrkes ? await orkesHeaders(mock.conductorUrl, key) : {};
  const scene = await createConductorScene(mock.conductorUrl, signIn);
  for (let count = 0; count < 10; count++) await scene.human();
  await mock.clearRequests();
  const sdk = await conductorSdk(folder, {
    serverUrl: mock.conductorUrl,
    ...(isOrkes ? { keyId: key.id, keySecret: key.secret } : {}),
  });
  const stage = { sdk, scene, mock };
  const calls = isOrkes
    ? [signsIn(mock), ...rows.filter(isSameOnOrkes).map((row) => toCall(row, stage))]
    : rows.map((row) => toCall(row, stage));
  return { mock, calls };
}

/** Orkes answers 404 where open source answers an empty 200. */
function isSameOnOrkes({ what }: Row): boolean {
  return !what.includes('of nothing');
}

function signsIn(mock: TestMock): ClientCall {
  return {
    what: 'createConductorClient with a key',
    run: async () => {
      const [first] = await mock.requests();
      assert.deepEqual(
        [first?.method, first?.path, first?.body],
        ['POST', '/api/token', '{"keyId":"k1","keySecret":"s1"}'],
      );
    },
  };
}

interface Stage {
  readonly sdk: ConductorSdk;
  readonly scene: ConductorScene;
  readonly mock: TestMock;
}

function toCall(row: Row, { sdk, scene, mock }: Stage): ClientCall {
  return {
    what: row.what,
    async run() {
      const run = await row.plant(scene);
      await mock.clearRequests();
      let refusal: unknown;
      const answer = await row.call(sdk, run).catch((error: unknown) => {
        if (row.fails !== true) throw error;
        refusal = error;
      });
      assert.equal(refusal !== undefined, row.fails === true, 'the server refused it');
      // Some SDK calls need another one before them: the last request is the one that counts.
      const sent = (await mock.requests()).at(-1);
      assert.equal(`${sent?.method} ${sent?.path}${sent?.query}`, row.request(run));
      assert.equal(sent?.body, row.body?.(run) ?? '');
      if (sent?.body !== '') assert.equal(sent?.headers['content-type'], 'application/json');
      await row.check(answer as never, run, scene);
    },
  };
}
