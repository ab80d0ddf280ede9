import type { World } from '../world.ts';
import { demoAgents } from './demoAgents.ts';
import { demoAgentTasks } from './demoAgentTasks.ts';
import { demoWorkflowRuns } from './demoWorkflowRuns.ts';
import { place } from './place.ts';

/**
 * Plants the demo, a small company's agents: a refund and a sign-off wait for a person, an invoice
 * waits for finance at a node, a research task is running with its child tasks.
 */
export function seedDemo(world: World): void {
  for (const agent of demoAgents(world.clock.now())) world.store.addAgent(agent);
  for (const placed of [...demoAgentTasks, ...demoWorkflowRuns]) place(world, placed);
}
