import type { World } from '../world.ts';
import { demoAgents } from './demoAgents.ts';
import { demoAgentTasks } from './demoAgentTasks.ts';
import { demoWorkflowRuns } from './demoWorkflowRuns.ts';
import { place } from './place.ts';

/**
 * A small company's agents on an ordinary afternoon: a refund and a sign-off wait for a person,
 * an invoice waits for finance at a node, a piece of research is under way with its child tasks.
 */
export function seedDemo(world: World): void {
  for (const agent of demoAgents(world.clock.now())) world.store.addAgent(agent);
  for (const placed of [...demoAgentTasks, ...demoWorkflowRuns]) place(world, placed);
}
