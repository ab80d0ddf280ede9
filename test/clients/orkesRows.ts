import { strict as assert } from 'node:assert';

import { type ConductorScene, workflows } from './conductorScene.ts';
import { becomes, type JavaScriptRow, refOf, type Wire } from './javaScriptRow.ts';

const out = { ok: { by: 'hand' } };
const human = (scene: ConductorScene) => scene.human();

/** The calls that only an Orkes server knows. */
export const orkesRows: readonly JavaScriptRow[] = [
  {
    what: 'HumanExecutor.search',
    plant: human,
    call: ({ human: client }, { id }) => client.search({ workflowIds: [id], states: ['PENDING'] }),
    request: () => 'POST /api/human/tasks/search',
    body: ({ id }) =>
      `{"size":15,"states":["PENDING"],"taskInputQuery":"","taskOutputQuery":"","definitionNames":[],"taskRefNames":[],"claimants":[],"assignees":[],"start":0,"workflowIds":["${id}"]}`,
    check: (results: Wire[], run) =>
      assert.deepEqual(
        results.map((one) => one['taskId']),
        [refOf(run)],
      ),
  },
  {
    what: 'HumanExecutor.getTaskById',
    plant: human,
    call: ({ human: client }, run) => client.getTaskById(refOf(run)),
    request: (run) => `GET /api/human/tasks/${refOf(run)}`,
    check: (answer: Wire, { id }) =>
      assert.deepEqual([answer['workflowId'], answer['state']], [id, 'PENDING']),
  },
  {
    what: 'HumanExecutor.claimTaskAsConductorUser',
    plant: human,
    call: ({ human: client }, run) =>
      client.claimTaskAsConductorUser(refOf(run), { overrideAssignment: true }),
    request: (run) => `POST /api/human/tasks/${refOf(run)}/claim?overrideAssignment=true`,
    check: (answer: { claimant: Wire }) => assert.equal(answer.claimant['user'], 'app:k1'),
  },
  {
    what: 'HumanExecutor.claimTaskAsExternalUser',
    plant: human,
    call: ({ human: client }, run) => client.claimTaskAsExternalUser(refOf(run), 'ann'),
    request: (run) => `POST /api/human/tasks/${refOf(run)}/externalUser/ann`,
    check: (answer: Wire) => assert.equal(answer['state'], 'IN_PROGRESS'),
  },
  {
    what: 'HumanExecutor.releaseTask',
    plant: human,
    call: async ({ human: client }, run) => {
      await client.claimTaskAsConductorUser(refOf(run));
      return await client.releaseTask(refOf(run));
    },
    request: (run) => `POST /api/human/tasks/${refOf(run)}/release`,
    check: async (_answer: unknown, run, scene) =>
      assert.equal((await scene.read(`human/tasks/${refOf(run)}`))['state'], 'PENDING'),
  },
  {
    what: 'HumanExecutor.updateTaskOutput',
    plant: human,
    call: ({ human: client }, run) => client.updateTaskOutput(refOf(run), out),
    request: (run) => `POST /api/human/tasks/${refOf(run)}/update?complete=false`,
    body: () => '{"ok":{"by":"hand"}}',
    check: becomes('IN_PROGRESS', out),
  },
  {
    what: 'HumanExecutor.completeTask',
    plant: human,
    call: ({ human: client }, run) => client.completeTask(refOf(run), out),
    request: (run) => `POST /api/human/tasks/${refOf(run)}/update?complete=true`,
    body: () => '{"ok":{"by":"hand"}}',
    check: becomes('COMPLETED', out),
  },
  {
    what: 'HumanExecutor.completeTask of a task that is over',
    plant: async (scene) => scene.failed(),
    call: ({ human: client }, run) => client.completeTask(refOf(run), out),
    request: (run) => `POST /api/human/tasks/${refOf(run)}/update?complete=true`,
    body: () => '{"ok":{"by":"hand"}}',
    fails: true,
    check: becomes('FAILED'),
  },
  {
    what: 'WorkflowExecutor.getByCorrelationIds',
    plant: human,
    call: ({ executor }) =>
      executor.getByCorrelationIds(
        { workflowNames: [workflows.human], correlationIds: ['c1'] },
        true,
        false,
      ),
    request: () => 'POST /api/workflow/correlated/batch?includeClosed=true&includeTasks=false',
    body: () => `{"workflowNames":["${workflows.human}"],"correlationIds":["c1"]}`,
    check: (answer: Wire) => assert.deepEqual(answer, { c1: [] }),
  },
  {
    what: 'WorkflowExecutor.updateVariables',
    plant: human,
    call: ({ executor }, { id }) => executor.updateVariables(id, { day: 'monday' }),
    request: ({ id }) => `POST /api/workflow/${id}/variables`,
    body: () => '{"day":"monday"}',
    check: (answer: Wire) => assert.deepEqual(answer['variables'], { day: 'monday' }),
  },
  {
    what: 'WorkflowExecutor.updateState',
    plant: human,
    call: ({ executor }, { id }) =>
      executor.updateState(
        id,
        { taskReferenceName: 'my ref', taskResult: { status: 'COMPLETED', outputData: out } },
        'r1',
      ),
    request: ({ id }) => `POST /api/workflow/${id}/state?requestId=r1`,
    body: () =>
      '{"taskReferenceName":"my ref","taskResult":{"status":"COMPLETED","outputData":{"ok":{"by":"hand"}}}}',
    check: becomes('COMPLETED', out),
  },
];
