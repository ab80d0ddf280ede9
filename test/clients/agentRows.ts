import { strict as assert } from 'node:assert';

import type { ConductorScene } from './conductorScene.ts';
import { becomes, type JavaScriptRow, type Wire } from './javaScriptRow.ts';

const human = (scene: ConductorScene) => scene.human();

/** The calls of the SDK's client for agents that wait for a person. */
export const agentRows: readonly JavaScriptRow[] = [
  {
    what: 'OrkesAgentClient.status',
    plant: human,
    call: ({ agents }, { id }) => agents.status(id),
    request: ({ id }) => `GET /api/agent/${id}/status`,
    check: (answer: { pendingTool: Wire; isWaiting: boolean }) =>
      assert.deepEqual([answer.isWaiting, answer.pendingTool['taskRefName']], [true, 'my ref']),
  },
  {
    what: 'OrkesAgentClient.respond',
    plant: human,
    call: ({ agents }, { id }) => agents.respond(id, { approved: true }),
    request: ({ id }) => `POST /api/agent/${id}/respond`,
    body: () => '{"approved":true}',
    check: becomes('COMPLETED', { approved: true }),
  },
  {
    what: 'OrkesAgentClient.respond of nothing',
    plant: human,
    call: ({ agents }) => agents.respond('none', {}),
    request: () => 'POST /api/agent/none/respond',
    body: () => '{}',
    fails: true,
    check: becomes('IN_PROGRESS', {}),
  },
];
