import { copyJson } from '../../json.ts';
import { newTaskRun, type Mapper } from '../newTaskRun.ts';

/** SET_VARIABLE: copies its input into the variables of the execution. */
export const setVariable: Mapper = (planned) => {
  Object.assign(planned.execution.variables, copyJson(planned.input));
  return [newTaskRun(planned, { status: 'COMPLETED', taskType: 'SET_VARIABLE' })];
};
