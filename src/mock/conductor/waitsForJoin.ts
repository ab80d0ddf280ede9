import { atLeast } from '../atLeast.ts';
import { allTasks, childrenOf } from './workflowDef.ts';
import type { Engine } from './engine.ts';
import { isTaskSuccessful, isTaskTerminal, type Execution, type TaskRun } from './model.ts';
import { settleJoin } from './taskTypes/join.ts';

/**
 * After the last task of a fork branch the server does not decide at once: the JOIN checks by
 * itself, and until then the task is not marked as executed. Since 3.31 a HUMAN task does trigger a
 * decision.
 */
export function waitsForJoin(engine: Engine, execution: Execution, run: TaskRun): boolean {
  if (run.loopOverTask || !isTaskTerminal(run.status) || !isTaskSuccessful(run.status))
    return false;
  if (run.taskType === 'HUMAN' && atLeast(engine.version, '3.31.0')) return false;
  const name = run.referenceTaskName;
  const tasks = allTasks(execution.definition.tasks);
  const forked = tasks.some(
    (task) =>
      task.type === 'FORK_JOIN' &&
      allTasks(childrenOf(task).flat()).some((child) => child.taskReferenceName === name),
  );
  const joined = tasks.some((task) => task.type === 'JOIN' && task.joinOn.includes(name));
  const unknown = tasks.every((task) => task.taskReferenceName !== name);
  if (!(forked && joined) && !unknown) return false;
  const joins = execution.tasks.filter(
    (task) => task.taskType === 'JOIN' && !isTaskTerminal(task.status),
  );
  return !joins.some((join) => settleJoin(execution, join, engine.clock.now()));
}
