import { invalid } from '../answerError.ts';
import type { Machine } from '../machine.ts';
import type { Agent, Wire } from '../model.ts';
import { readNodes } from './readNodes.ts';

/**
 * Creates an agent or a workflow, as the platform's API does. Throws a 422 answer.
 */
export function addAgent(machine: Machine, body: Wire, type: Agent['type']): Agent {
  const { name, description, framework } = body;
  if (typeof name !== 'string') throw invalid(['body', 'name'], 'Field required', 'missing');
  const agent: Agent = {
    id: machine.random.uuid(),
    name,
    description: typeof description === 'string' ? description : null,
    icon: '🤖',
    type,
    status: 'ACTIVE',
    instructions: { role: [], goal: [], general: '' },
    version: 1,
    createdAt: machine.clock.now(),
    framework: typeof framework === 'string' ? framework : 'agno',
    nodes: readNodes(body['orchestration_nodes'], () => machine.random.uuid()),
    graph: [],
    behaviour: { stepMs: 60_000, result: 'Done' },
  };
  machine.store.addAgent(agent);
  return agent;
}
