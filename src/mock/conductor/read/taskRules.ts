import { atLeast } from '../../atLeast.ts';
import type { JsonObject } from '../../json.ts';
import { parseDuration } from '../taskTypes/wait.ts';
import type { WorkflowTask } from '../workflowDef.ts';

/** What is wrong with a task of a definition: a field that its type needs, and so on. */
type Rule = (task: WorkflowTask, version: string) => readonly string[];

const rules: Readonly<Record<string, Rule>> = {
  SWITCH: (task) => [
    ...need(task, 'evaluatorType', task.evaluatorType),
    ...(task.evaluatorType === undefined ? [] : need(task, 'expression', task.expression)),
    ...needCases(task),
  ],
  DECISION: (task) => [
    ...need(task, 'caseValueParam or caseExpression', task.caseValueParam ?? task.caseExpression),
    ...needCases(task),
  ],
  DO_WHILE: (task) => [
    ...need(task, 'loopCondition', task.loopCondition),
    ...need(task, 'loopOver', task.loopOver[0]),
  ],
  FORK_JOIN: (task) =>
    task.forkTasks.length > 0 ? [] : [`forkTasks should have atleast one task for ${typeOf(task)}`],
  FORK_JOIN_DYNAMIC: dynamicFork,
  DYNAMIC: (task) => need(task, 'dynamicTaskNameParam', task.dynamicTaskNameParam),
  SUB_WORKFLOW: (task) => need(task, 'subWorkflowParam', task.subWorkflowParam),
  HTTP: (task, version) => {
    const { http_request: request, uri } = task.inputParameters;
    if (!atLeast(version, '3.22.0')) return needInput(task, 'http_request');
    return need(task, 'inputParameters.http_request or inputParameters.uri', request ?? uri);
  },
  EVENT: (task) => need(task, 'sink', task['sink']),
  JSON_JQ_TRANSFORM: (task) => needInput(task, 'queryExpression'),
  KAFKA_PUBLISH: (task) => needInput(task, 'kafka_request'),
  TERMINATE: terminate,
  WAIT: wait,
};

/** The messages about a task's fields, without those about its name and its children. */
export function taskMessages(task: WorkflowTask, version: string): readonly string[] {
  return (Object.hasOwn(rules, task.type) ? rules[task.type] : undefined)?.(task, version) ?? [];
}

function typeOf(task: WorkflowTask): string {
  return `taskType: ${task.type} taskName: ${task.name}`;
}

function need(task: WorkflowTask, name: string, value: unknown): readonly string[] {
  const isThere = value !== undefined && value !== null;
  return isThere ? [] : [`${name} field is required for ${typeOf(task)}`];
}

function needInput(task: WorkflowTask, name: string): readonly string[] {
  return need(task, `inputParameters.${name}`, task.inputParameters[name]);
}

function needCases(task: WorkflowTask): readonly string[] {
  if (Object.keys(task.decisionCases).length > 0) return [];
  return [`decisionCases should have atleast one task for ${typeOf(task)}`];
}

function dynamicFork(task: WorkflowTask): readonly string[] {
  const { dynamicForkTasksParam: tasks, dynamicForkTasksInputParamName: inputs } = task;
  if (task['dynamicForkJoinTasksParam'] === undefined) {
    return [
      ...need(task, 'dynamicForkTasksInputParamName', inputs),
      ...need(task, 'dynamicForkTasksParam', tasks),
    ];
  }
  if (tasks === undefined && inputs === undefined) return [];
  return [
    `dynamicForkJoinTasksParam or combination of dynamicForkTasksInputParamName and dynamicForkTasksParam cam be used for ${typeOf(task)}`,
  ];
}

function terminate(task: WorkflowTask): readonly string[] {
  const status = task.inputParameters['terminationStatus'];
  const known = ['COMPLETED', 'FAILED', 'TERMINATED'];
  if (typeof status === 'string' && (known.includes(status) || status.includes('${'))) return [];
  return [
    `terminate task must have an terminationStatus parameter and must be set to COMPLETED or FAILED, taskName: ${task.name}`,
  ];
}

function wait(task: WorkflowTask): readonly string[] {
  const { duration, until }: JsonObject = task.inputParameters;
  if (duration !== undefined && until !== undefined) {
    return ["Both 'duration' and 'until' specified. Please provide only one input"];
  }
  if (duration !== undefined && !isDuration(duration)) {
    return ['Either date or duration is passed as null '];
  }
  return until !== undefined && !isDate(until) ? ['Unable to parse date '] : [];
}

function isDuration(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  if (value === '' || value.includes('${')) return true;
  try {
    return parseDuration(value) >= 0;
  } catch {
    // Not a duration: false is the answer.
    return false;
  }
}

function isDate(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  return value.includes('${') || /^\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2}(?: \S+)?)?$/.test(value.trim());
}
