import { isObject, type Json, type JsonObject } from '../json.ts';
import { atLeast } from '../atLeast.ts';
import type { TaskDef, WorkflowDef, WorkflowTask } from './workflowDef.ts';

/** Marks a field that is printed only when the definition sets it. */
const unset = undefined;

/** Marks a field that this server version does not know: it is dropped even when it is given. */
const unknown = Symbol('unknown');

/**
 * A task of a workflow definition as the server prints it: known fields only, defaults filled in,
 * nulls left out. The fields are those of 3.21.14 and 3.32.1.
 */
export function shapeWorkflowTask(input: JsonObject, version: string): WorkflowTask {
  const list = (value: Json | undefined) => (Array.isArray(value) ? value.filter(isObject) : []);
  const tasks = (value: Json | undefined) =>
    list(value).map((item) => shapeWorkflowTask(item, version));
  const cases = isObject(input['decisionCases']) ? input['decisionCases'] : {};
  const branches = Array.isArray(input['forkTasks']) ? input['forkTasks'] : [];
  const fields = {
    name: unset,
    taskReferenceName: unset,
    description: unset,
    inputParameters: {},
    type: 'SIMPLE',
    dynamicTaskNameParam: unset,
    caseValueParam: unset,
    caseExpression: unset,
    scriptExpression: unset,
    dynamicForkJoinTasksParam: unset,
    dynamicForkTasksParam: unset,
    dynamicForkTasksInputParamName: unset,
    startDelay: 0,
    subWorkflowParam: unset,
    joinOn: [],
    sink: unset,
    optional: false,
    taskDefinition: unset,
    rateLimited: unset,
    defaultExclusiveJoinTask: [],
    asyncComplete: false,
    loopCondition: unset,
    retryCount: unset,
    evaluatorType: unset,
    expression: unset,
    onStateChange: {},
    joinStatus: unset,
    cacheConfig: unset,
    permissive: false,
    metadata: atLeast(version, '3.22.0') ? {} : unknown,
    decisionCases: {},
    defaultCase: [],
    forkTasks: [],
    loopOver: [],
  };
  return {
    ...fill(fields, input),
    decisionCases: Object.fromEntries(
      Object.entries(cases).map(([name, value]) => [name, tasks(value)]),
    ),
    defaultCase: tasks(input['defaultCase']),
    forkTasks: branches.map((branch) => tasks(branch)),
    loopOver: tasks(input['loopOver']),
  } as WorkflowTask;
}

/** A workflow definition as the server prints it. */
export function shapeWorkflowDef(input: JsonObject, version: string, now: number): WorkflowDef {
  const tasks = Array.isArray(input['tasks']) ? input['tasks'].filter(isObject) : [];
  const fields = {
    ownerApp: unset,
    updateTime: 0,
    createdBy: unset,
    updatedBy: unset,
    name: unset,
    description: unset,
    version: 1,
    inputParameters: [],
    outputParameters: {},
    failureWorkflow: unset,
    schemaVersion: 2,
    restartable: true,
    workflowStatusListenerEnabled: false,
    ownerEmail: unset,
    timeoutPolicy: 'ALERT_ONLY',
    timeoutSeconds: 0,
    variables: {},
    inputTemplate: {},
    workflowStatusListenerSink: unset,
    rateLimitConfig: unset,
    inputSchema: unset,
    outputSchema: unset,
    enforceSchema: true,
    metadata: {},
    maskedFields: atLeast(version, '3.22.0') ? [] : unknown,
  };
  return {
    createTime: now,
    ...fill(fields, withSchemas(input)),
    tasks: tasks.map((task) => shapeWorkflowTask(task, version)),
  } as WorkflowDef;
}

/** A task definition as the server prints it. */
export function shapeTaskDef(input: JsonObject, version: string, now: number): TaskDef {
  const recent = atLeast(version, '3.22.0');
  const fields = {
    createTime: now,
    updateTime: 0,
    createdBy: unset,
    name: unset,
    description: unset,
    retryCount: 3,
    timeoutSeconds: 0,
    inputKeys: [],
    outputKeys: [],
    runtimeMetadata: recent ? [] : unknown,
    timeoutPolicy: 'TIME_OUT_WF',
    retryLogic: 'FIXED',
    retryDelaySeconds: 60,
    responseTimeoutSeconds: 3600,
    concurrentExecLimit: unset,
    inputTemplate: {},
    rateLimitPerFrequency: 0,
    rateLimitFrequencyInSeconds: 1,
    isolationGroupId: unset,
    executionNameSpace: unset,
    ownerEmail: unset,
    pollTimeoutSeconds: unset,
    backoffScaleFactor: 1,
    maxRetryDelaySeconds: recent ? 0 : unknown,
    backoffJitterMs: recent ? 0 : unknown,
    baseType: unset,
    inputSchema: unset,
    outputSchema: unset,
    totalTimeoutSeconds: 0,
    taskStatusListenerEnabled: recent ? true : unknown,
    enforceSchema: false,
  };
  return fill(fields, withSchemas(input)) as TaskDef;
}

/**
 * Adds its task definition to every task, as the server does when a workflow starts: the registered
 * one, else a default one (before 3.22 for worker tasks only).
 */
export function withTaskDefinitions(
  task: WorkflowTask,
  find: (name: string) => TaskDef | undefined,
  version: string,
): WorkflowTask {
  const inner = (tasks: readonly WorkflowTask[]) =>
    tasks.map((child) => withTaskDefinitions(child, find, version));
  const definition = task.taskDefinition ?? find(task.name) ?? madeUp(task, version);
  return {
    ...task,
    ...(definition === undefined ? {} : { taskDefinition: definition }),
    decisionCases: Object.fromEntries(
      Object.entries(task.decisionCases).map(([name, tasks]) => [name, inner(tasks)]),
    ),
    defaultCase: inner(task.defaultCase),
    forkTasks: task.forkTasks.map(inner),
    loopOver: inner(task.loopOver),
  };
}

function madeUp(task: WorkflowTask, version: string): TaskDef | undefined {
  const def = shapeTaskDef({ name: task.name }, version, 0);
  if (task.type === 'SIMPLE') return def;
  if (!atLeast(version, '3.22.0')) return undefined;
  return { ...def, retryCount: 0, responseTimeoutSeconds: 0 };
}

/** A definition with its schemas as the server prints them (SchemaDef). */
function withSchemas(input: JsonObject): JsonObject {
  const shaped = ['inputSchema', 'outputSchema'].flatMap((key) => {
    const schema = input[key];
    return isObject(schema) ? [[key, fill(schemaFields, schema)] as const] : [];
  });
  return { ...input, ...Object.fromEntries(shaped) };
}

const schemaFields = {
  createTime: 0,
  updateTime: 0,
  name: unset,
  version: 1,
  type: unset,
  data: unset,
  externalRef: unset,
};

function fill(fields: Record<string, Json | undefined | symbol>, input: JsonObject) {
  const filled: JsonObject = {};
  for (const [key, fallback] of Object.entries(fields)) {
    const value = fallback === unknown ? undefined : (input[key] ?? fallback);
    if (value !== undefined && typeof value !== 'symbol') filled[key] = value;
  }
  return filled;
}
