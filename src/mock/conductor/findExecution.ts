import type { Engine } from './engine.ts';
import type { Execution } from './model.ts';
import { notFound } from './serverError.ts';

/** @throws {ServerError} 404 */
export function findExecution(engine: Engine, workflowId: string): Execution {
  const execution = engine.store.executions.get(workflowId);
  if (execution === undefined) throw notFound(`No such workflow found by id: ${workflowId}`);
  return execution;
}
