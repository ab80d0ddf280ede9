import type { JsonObject } from '../json.ts';
import type { Machine } from './machine.ts';
import type { Execution, Scope, Version } from './model.ts';

/** Starts a run of a version and moves it on as far as it can go without outside action. */
export function startExecution(
  machine: Machine,
  version: Version,
  given: { readonly input?: JsonObject | undefined; readonly metadata?: JsonObject },
): Execution {
  const now = machine.clock.now();
  const top: Scope = {
    container: undefined,
    outer: undefined,
    tasks: version.definition.tasks,
  };
  const execution: Execution = {
    id: machine.newId(),
    engineExecutionId: machine.newId(),
    workflowExternalId: version.workflowExternalId,
    version: version.version,
    definition: version.definition,
    input: given.input,
    metadata: given.metadata ?? {},
    createdTime: now,
    startTime: now,
    top,
    scopes: [top],
    runs: [],
    status: 'RUNNING',
    endTime: undefined,
    reason: undefined,
  };
  machine.store.executions.set(execution.id, execution);
  machine.advance(execution);
  return execution;
}
