import { copyJson, type JsonObject } from '../json.ts';
import type { TaskRun } from './model.ts';
import type { updateTask } from './updateTask.ts';

/** The update that adds to a task's output, as the server itself sends it for a signal or a form. */
export function outputResult(
  run: TaskRun,
  status: Parameters<typeof updateTask>[1]['status'],
  output: JsonObject,
): Parameters<typeof updateTask>[1] {
  return {
    workflowInstanceId: run.workflowId,
    taskId: run.taskId,
    status,
    outputData: { ...copyJson(run.outputData), ...output },
    reasonForIncompletion: run.reasonForIncompletion,
    callbackAfterSeconds: run.callbackAfterSeconds,
    workerId: run.workerId,
    subWorkflowId: run.subWorkflowId,
    logs: [],
    extendLease: false,
  };
}
