import { isWorkflowTerminal, type Execution } from './model.ts';
import { conflict } from './serverError.ts';

/** A retry and a rerun keep the end time; only a restart clears it. */
export function reopen(execution: Execution): void {
  execution.status = 'RUNNING';
  execution.reasonForIncompletion = undefined;
}

/** @throws {ServerError} 409 while it runs */
export function requireEnded(execution: Execution, verb: 'restart' | 'rerun'): void {
  if (isWorkflowTerminal(execution.status)) return;
  throw conflict(
    `Workflow: ${longName(execution)}.${execution.status} is not in terminal state, unable to ${verb}.`,
  );
}

/** `name.version/id.STATUS`, the form in the server's messages. */
export function longName(execution: Execution): string {
  const { name, version } = execution.definition;
  return `${name}.${version}/${execution.workflowId}`;
}
