import { toNumber } from '../json.ts';
import type { Engine } from './engine.ts';
import { isTaskTerminal, type Execution, type TaskRun } from './model.ts';
import { TerminateWorkflow } from './terminateWorkflow.ts';
import { endWorkflow } from './endWorkflow.ts';

/** Sets the timeout of a started task and its response timeout. 0 means never. */
export function setTimeouts(engine: Engine, run: TaskRun, responseTimeoutSeconds = 0): void {
  const definition = run.workflowTask.taskDefinition;
  const seconds = toNumber(definition?.timeoutSeconds ?? 0);
  if (seconds > 0 && definition?.timeoutPolicy !== 'ALERT_ONLY') {
    engine.timers.set(run.startTime + seconds * 1000, () => {
      if (!isTaskTerminal(run.status))
        timeOut(
          engine,
          run,
          `Task timed out after ${seconds} seconds. Timeout configured as ${seconds} seconds. Timeout policy configured to ${definition?.timeoutPolicy ?? ''}`,
        );
    });
  }
  if (responseTimeoutSeconds > 0) {
    const polls = run.pollCount;
    const lastUpdate = run.updateTime;
    engine.timers.set(lastUpdate + responseTimeoutSeconds * 1000, () => {
      const silent = run.updateTime === lastUpdate && run.pollCount === polls;
      if (run.status !== 'IN_PROGRESS' || !silent) return;
      timeOut(
        engine,
        run,
        `responseTimeout: ${responseTimeoutSeconds} exceeded for the taskId: ${run.taskId} with Task Definition: ${run.taskDefName}`,
      );
    });
  }
}

/** Sets the timeout of an execution whose definition has one; again after each new begin. */
export function setWorkflowTimeout(engine: Engine, execution: Execution): void {
  const end = timeoutOf(execution);
  if (end === undefined) return;
  engine.timers.set(end, () => timeOutIfDue(engine, execution));
}

/** Ends a running execution whose time is over. */
export function timeOutIfDue(engine: Engine, execution: Execution): void {
  const end = timeoutOf(execution);
  const now = engine.clock.now();
  if (execution.status !== 'RUNNING' || end === undefined || now < end) return;
  const configured = toNumber(execution.definition.timeoutSeconds);
  const seconds = configured + Math.floor((now - end) / 1000);
  const reason = `Workflow timed out after ${seconds} seconds. Timeout configured as ${configured} seconds. Timeout policy configured to TIME_OUT_WF`;
  endWorkflow(engine, execution, new TerminateWorkflow('TIMED_OUT', reason));
}

/** When the time of an execution is over: a retry and a resume give it its whole time again. */
function timeoutOf(execution: Execution): number | undefined {
  const seconds = toNumber(execution.definition.timeoutSeconds);
  if (seconds <= 0 || execution.definition.timeoutPolicy !== 'TIME_OUT_WF') return undefined;
  return (execution.lastRetriedTime || execution.startTime) + seconds * 1000;
}

function timeOut(engine: Engine, run: TaskRun, reason: string): void {
  const execution = engine.store.executions.get(run.workflowId);
  if (execution === undefined || engine.store.tasks.get(run.taskId) !== run) return;
  run.status = 'TIMED_OUT';
  run.reasonForIncompletion = reason;
  run.endTime = engine.clock.now();
  run.updateTime = run.endTime;
  run.indexed = true;
  engine.decide(execution);
}
