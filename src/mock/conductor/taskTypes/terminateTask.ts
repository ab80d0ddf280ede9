import { copyJson, isObject } from '../../json.ts';
import { newTaskRun, type Mapper } from '../newTaskRun.ts';

/** TERMINATE: done at once; the decider then ends the workflow with its output and status. */
export const terminateTask: Mapper = (planned) => {
  const { workflowOutput } = planned.input;
  const output = isObject(workflowOutput)
    ? copyJson(workflowOutput)
    : workflowOutput === undefined
      ? {}
      : { output: workflowOutput };
  return [newTaskRun(planned, { status: 'COMPLETED', taskType: 'TERMINATE', output })];
};
