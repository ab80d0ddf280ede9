import { strict as assert } from 'node:assert';

import { type ConductorScene, workflows } from './conductorScene.ts';
import { becomes, ends, type JavaScriptRow, refOf, type Wire } from './javaScriptRow.ts';

const out = { ok: true };
const human = (scene: ConductorScene) => scene.human();

/** The calls of the SDK's WorkflowExecutor, and the similar ones of its TaskClient. */
export const executorRows: readonly JavaScriptRow[] = [
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
];
