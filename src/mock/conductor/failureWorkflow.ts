import { copyJson } from '../json.ts';
import type { Engine } from './engine.ts';
import type { Execution, TaskRun } from './model.ts';
import { ServerError } from './serverError.ts';
import { startWorkflow } from './startWorkflow.ts';
import { workflowView } from './workflowView.ts';

const outputKey = 'conductor.failure_workflow';

/** Starts the workflow that a definition names for its failures; its id goes into the output. */
export function startFailureWorkflow(
  engine: Engine,
  execution: Execution,
  task: TaskRun | undefined,
): void {
  const name = execution.definition.failureWorkflow;
  if (name === undefined || name === '' || name.startsWith('$')) return;
  const failedWorkflow = workflowView(execution, engine.version);
  try {
    const started = startWorkflow(engine, {
      name,
      version: undefined,
      input: copyJson({
        ...execution.input,
        workflowId: execution.workflowId,
        reason: execution.reasonForIncompletion,
        failureStatus: execution.status,
        failureTaskId: task?.taskId ?? '',
        failedWorkflow,
      }),
      correlationId: execution.correlationId,
      priority: 0,
      taskToDomain: execution.taskToDomain,
    });
    execution.output = { ...execution.output, [outputKey]: started.workflowId };
  } catch (error) {
    if (!(error instanceof ServerError)) throw error;
    const reason = `No such workflow defined. name=${name}, version=null`;
    execution.output = {
      ...execution.output,
      [outputKey]: `Error workflow ${name} failed to start.  reason: ${reason}`,
    };
  }
}
