import type { Machine } from '../machine.ts';
import {
  assetRefresh,
  diagramReview,
  performance,
  qualityGate,
  qualityGateBefore,
} from './demoWorkflows.ts';
import { demoStories } from './demoStories.ts';
import { play, plantWorkflow } from './plantWorkflow.ts';

/** The project that the seed fills. */
export const demoProject = 'demo';

/**
 * Plants the demo: a compressor's data on its way from sensor to report, at times relative to now.
 */
export function plantDemo(machine: Machine): void {
  plantWorkflow(machine, qualityGateBefore, 60);
  plantWorkflow(machine, qualityGate, 12);
  plantWorkflow(machine, performance, 30);
  plantWorkflow(machine, assetRefresh, 45);
  plantWorkflow(machine, diagramReview, 8);
  for (const story of demoStories) play(machine, story);
  plantTrigger(machine);
}

/** The schedule that started some of the stories, with the history of its runs. */
function plantTrigger({ store, clock }: Machine): void {
  const externalId = 'compressor-nightly';
  const [workflowExternalId, workflowVersion] = [qualityGate.externalId, qualityGate.version];
  const at = clock.now() - 12 * 24 * 3_600_000;
  store.triggers.set(externalId, {
    externalId,
    triggerRule: { triggerType: 'schedule', cronExpression: '0 3 * * *', timezone: 'Europe/Oslo' },
    workflowExternalId,
    workflowVersion,
    input: { asset: '23-KA-9101', hours: 24 },
    metadata: { startedBy: 'schedule' },
    createdTime: at,
    lastUpdatedTime: at,
    isPaused: false,
  });
  for (const execution of store.executions.values()) {
    const isOurs = execution.workflowExternalId === workflowExternalId;
    if (!isOurs || execution.metadata['startedBy'] !== 'schedule') continue;
    store.triggerRuns.push({
      fireTime: execution.createdTime,
      externalId,
      workflowExternalId,
      workflowVersion: execution.version,
      workflowExecutionId: execution.id,
      status: 'success',
      reasonForFailure: null,
    });
  }
}
