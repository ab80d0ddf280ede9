import { invalid } from '../answerError.ts';
import type { Machine } from '../machine.ts';
import type { Agent, Wire } from '../model.ts';

/**
 * Creates an agent, or a workflow without nodes, as the platform's API does. Throws a 422 answer.
 */
export function addAgent(machine: Machine, body: Wire, type: Agent['type']): Agent {
  const { name, description } = body;
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
    nodes: [],
    graph: [],
    behaviour: { stepMs: 60_000, result: 'Done' },
  };
  machine.store.addAgent(agent);
  return agent;
}
