import { shapeTaskDef, shapeWorkflowDef } from '../shapeWorkflowDef.ts';
import type { Engine } from '../engine.ts';
import type { JsonObject } from '../../json.ts';
import { demoTaskDefs } from './demoTaskDefs.ts';
import { demoWorkflowDefs } from './demoWorkflowDefs.ts';
import { demoStories } from './demoStories.ts';
import { play } from './play.ts';

const day = 86_400_000;

/** Plants a few executions in every state, at times relative to now. */
export function plantDemo(engine: Engine): void {
  register(engine, demoTaskDefs, demoWorkflowDefs);
  const now = engine.clock.now();
  for (const { minutesAgo, ...story } of demoStories) {
    play(engine, story, now - minutesAgo * 60_000);
  }
}

/** Registers definitions as if a month ago. */
export function register(
  engine: Engine,
  taskDefs: readonly JsonObject[],
  workflowDefs: readonly JsonObject[],
): void {
  const at = engine.clock.now() - 30 * day;
  for (const body of taskDefs) {
    const definition = shapeTaskDef(body, engine.version, at);
    engine.store.taskDefs.set(definition.name, { ...definition, createdBy: '' });
  }
  for (const body of workflowDefs) {
    const definition = shapeWorkflowDef(body, engine.version, at);
    const versions = engine.store.workflowDefs.get(definition.name) ?? new Map();
    versions.set(definition.version, definition);
    engine.store.workflowDefs.set(definition.name, versions);
  }
}
