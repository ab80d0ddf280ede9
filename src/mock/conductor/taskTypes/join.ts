import { latestAttempt } from '../latestAttempt.ts';
import { isTaskTerminal, type Execution, type TaskRun } from '../model.ts';
import { newTaskRun, type Mapper } from '../newTaskRun.ts';
import { copyJson } from '../../json.ts';

/** JOIN: in progress until every task it joins on has ended. */
export const join: Mapper = (planned) => [
  newTaskRun(planned, {
    status: 'IN_PROGRESS',
    taskType: 'JOIN',
    taskDefName: 'JOIN',
    input: { joinOn: planned.task.joinOn },
    indexed: false,
  }),
];

/** Collects the present outputs and ends a JOIN whose tasks have ended. True where it ended. */
export function settleJoin(execution: Execution, run: TaskRun, now: number): boolean {
  const { joinOn } = run.inputData;
  const names = Array.isArray(joinOn) ? joinOn.filter((name) => typeof name === 'string') : [];
  const suffix = run.iteration > 0 ? `__${run.iteration}` : '';
  const tasks = names.map((name) => latestAttempt(execution, name + suffix));
  // The server's JOIN never finds a skipped task, so it waits for ever.
  if (tasks.some((task) => task?.status === 'SKIPPED')) return false;
  for (const task of tasks) {
    if (task && isTaskTerminal(task.status) && Object.keys(task.outputData).length > 0) {
      run.outputData[task.referenceTaskName] = copyJson(task.outputData);
    }
  }
  if (!tasks.every((task) => task !== undefined && isTaskTerminal(task.status))) return false;
  run.status = 'COMPLETED';
  run.endTime = now;
  run.updateTime = now;
  run.indexed = true;
  return true;
}
