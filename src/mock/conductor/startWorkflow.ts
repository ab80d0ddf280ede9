import { copyJson, isObject, type JsonObject } from '../json.ts';
import { shapeWorkflowDef, withTaskDefinitions } from './shapeWorkflowDef.ts';
import type { WorkflowDef } from './workflowDef.ts';
import type { Engine } from './engine.ts';
import type { Execution } from './model.ts';
import { notFound } from './serverError.ts';
import { findDefinition } from './store.ts';

/** The options of a start request. */
export interface StartOptions {
  readonly name: string;
  readonly version: number | undefined;
  readonly input: JsonObject;
  readonly correlationId: string | undefined;
  readonly priority: number;
  /** Used instead of the registered definition. */
  readonly workflowDef?: JsonObject | undefined;
  readonly taskToDomain?: JsonObject | undefined;
}

/** @throws {ServerError} 404 for an unknown definition */
export function startWorkflow(engine: Engine, options: StartOptions): Execution {
  const { name, version, workflowDef, priority } = options;
  const definition = isObject(workflowDef)
    ? shapeWorkflowDef({ name, ...workflowDef }, engine.version, 0)
    : findDefinition(engine.store, name, version);
  if (definition === undefined) {
    throw notFound(`No such workflow found by name: ${name}, version: ${version ?? 'null'}`);
  }
  return engine.start({
    definition: withDefinitions(engine, definition),
    input: options.input,
    correlationId: options.correlationId,
    priority,
    taskToDomain: options.taskToDomain,
  });
}

/** A definition whose tasks include their task definitions. */
function withDefinitions(engine: Engine, definition: WorkflowDef): WorkflowDef {
  const find = (name: string) => engine.store.taskDefs.get(name);
  return {
    ...copyJson(definition),
    tasks: definition.tasks.map((task) => withTaskDefinitions(task, find, engine.version)),
  };
}

/**
 * The newest registered version of an execution's definition, or its own where none is registered.
 */
export function latestDefinition(engine: Engine, execution: Execution): WorkflowDef {
  const latest = findDefinition(engine.store, execution.definition.name, undefined);
  return latest === undefined ? execution.definition : withDefinitions(engine, latest);
}
