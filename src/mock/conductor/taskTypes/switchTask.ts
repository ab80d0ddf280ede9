import { evaluate } from '../script/evaluate.ts';
import type { WorkflowTask } from '../workflowDef.ts';
import { newTaskRun, type Mapper, type Planned } from '../newTaskRun.ts';
import type { Json, JsonObject } from '../../json.ts';

/** SWITCH: done at once; the first task of the chosen case starts with it. */
export const switchTask: Mapper = (planned) => {
  const { task, input } = planned;
  const chosen = caseText(
    task.evaluatorType === 'value-param'
      ? (input[task.expression ?? ''] ?? null)
      : evaluate(task.expression ?? '', { $: input }),
  );
  const output = { evaluationResult: [chosen], selectedCase: chosen };
  return branch(planned, { chosen, output, type: 'SWITCH', input: { ...input, case: chosen } });
};

/** DECISION: the predecessor of SWITCH. */
export const decision: Mapper = (planned) => {
  const { task, input } = planned;
  const chosen = caseText(
    task.caseExpression === undefined
      ? (input[task.caseValueParam ?? ''] ?? null)
      : evaluate(task.caseExpression, { $: input }),
  );
  const output = { caseOutput: [chosen] };
  return branch(planned, { chosen, output, type: 'DECISION', input: { case: chosen } });
};

interface Choice {
  readonly chosen: string;
  readonly type: string;
  readonly input: JsonObject;
  readonly output: JsonObject;
}

function branch(planned: Planned, choice: Choice) {
  const tasks = casesOf(planned.task, choice.chosen);
  const first = tasks[0];
  const run = newTaskRun(planned, {
    status: 'COMPLETED',
    taskType: choice.type,
    taskDefName: choice.type,
    input: first === undefined ? choice.input : { ...choice.input, hasChildren: 'true' },
    output: choice.output,
  });
  return first === undefined ? [run] : [run, ...planned.plan(first)];
}

function casesOf(task: WorkflowTask, chosen: string): WorkflowTask[] {
  const tasks = Object.hasOwn(task.decisionCases, chosen) ? task.decisionCases[chosen] : undefined;
  return tasks === undefined || tasks.length === 0 ? task.defaultCase : tasks;
}

function caseText(value: Json): string {
  return value === null || typeof value !== 'object' ? String(value) : 'null';
}
