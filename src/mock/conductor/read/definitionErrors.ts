import { atLeast } from '../../atLeast.ts';
import { isObject, textOf, type Json, type JsonObject } from '../../json.ts';
import { taskMessages } from './taskRules.ts';
import { allTasks, type WorkflowDef, type WorkflowTask } from '../workflowDef.ts';
import { invalidCall } from './readDefinition.ts';
import type { ValidationError } from '../serverError.ts';

/**
 * The errors in a workflow definition, each with a path that starts with `where`. Empty for a valid
 * one.
 */
export function definitionErrors(
  body: JsonObject,
  definition: WorkflowDef,
  { where, version }: { readonly where: string; readonly version: string },
): ValidationError[] {
  const errors = [
    ...emptyText(`${where}.name`, body['name'], 'WorkflowDef name cannot be null or empty'),
  ];
  if (definition['schemaVersion'] !== 2) {
    errors.push({
      path: `${where}.schemaVersion`,
      message: 'workflowDef schemaVersion: 2 is only supported',
      invalidValue: textOf(definition['schemaVersion']),
    });
  }
  if (definition.tasks.length === 0) {
    errors.push({ path: `${where}.tasks`, message: 'WorkflowTask list cannot be empty' });
  }
  return [
    ...errors,
    ...definition.tasks.flatMap((task, index) =>
      taskErrors(task, `${where}.tasks[${index}]`, version),
    ),
    ...referenceErrors(definition, where, version),
  ];
}

function emptyText(path: string, value: Json | undefined, message: string): ValidationError[] {
  if (value === undefined || value === null) return [{ path, message }];
  return value === '' ? [{ path, message, invalidValue: '' }] : [];
}

function taskErrors(task: WorkflowTask, path: string, version: string): ValidationError[] {
  const children: readonly (readonly [string, readonly WorkflowTask[]])[] = [
    ...Object.entries(task.decisionCases).map(
      ([name, tasks]) => [`decisionCases[${name}].<map value>`, tasks] as const,
    ),
    ['defaultCase', task.defaultCase],
    ...task.forkTasks.map((tasks, index) => [`forkTasks[${index}].<list element>`, tasks] as const),
    ['loopOver', task.loopOver],
  ];
  return [
    ...emptyText(`${path}.name`, task.name, 'WorkflowTask name cannot be empty or null'),
    ...emptyText(
      `${path}.taskReferenceName`,
      task.taskReferenceName,
      'WorkflowTask taskReferenceName name cannot be empty or null',
    ),
    ...taskMessages(task, version).map((message) => ({ path, message })),
    ...children.flatMap(([name, tasks]) =>
      tasks.flatMap((child, index) => taskErrors(child, `${path}.${name}[${index}]`, version)),
    ),
  ];
}

/** Only the tasks of the definition itself are examined, not those in branches and loops. */
function referenceErrors(
  definition: WorkflowDef,
  path: string,
  version: string,
): ValidationError[] {
  const messages: string[] = [];
  const names = new Set<string>();
  for (const { taskReferenceName: name } of allTasks(definition.tasks)) {
    if (name === undefined || name === '') continue;
    if (names.has(name)) {
      messages.push(
        `taskReferenceName: ${name} should be unique across tasks for a given workflowDefinition: ${definition.name}`,
      );
    }
    names.add(name);
  }
  for (const task of definition.tasks) {
    for (const one of expressionsIn('', task.inputParameters)) {
      // Older servers fail while they look at it.
      if (one.path === '' && !atLeast(version, '3.22.0')) throw invalidCall;
      const message = referenceMessage(task, one, { names, version });
      if (message !== undefined) messages.push(message);
    }
  }
  return messages.map((message) => ({ path, message }));
}

interface Expression {
  /** The key of the text that contains it. */
  readonly key: string;
  readonly text: string;
  readonly path: string;
}

function referenceMessage(
  task: WorkflowTask,
  { key, text, path }: Expression,
  { names, version }: { readonly names: ReadonlySet<string>; readonly version: string },
): string | undefined {
  const [reference = ''] = path.split(/[.[]/);
  // Older servers allow no blank in a key either.
  const checked = atLeast(version, '3.22.0') ? reference : path;
  if (reference === '' || /\s/.test(checked)) {
    return `key: ${key} input parameter value: ${path} is not valid`;
  }
  if (reference === 'workflow' || systemNames.has(reference) || names.has(reference)) {
    return undefined;
  }
  return `taskReferenceName: ${reference} for given task: ${task.name} input value: ${key} of input parameter: ${text} is not defined in workflow definition.`;
}

/** What the server itself puts into expressions. */
const systemNames: ReadonlySet<string> = new Set(['CPEWF_TASK_ID', 'NETFLIX_ENV', 'NETFLIX_STACK']);

function expressionsIn(key: string, value: Json | undefined): Expression[] {
  if (Array.isArray(value)) return value.flatMap((item) => expressionsIn(key, item));
  if (isObject(value)) {
    return Object.entries(value).flatMap(([name, item]) => expressionsIn(name, item));
  }
  if (typeof value !== 'string') return [];
  return [...value.matchAll(/\$\{([^{}]*)\}/g)].map(([, path = '']) => ({
    key,
    text: value,
    path,
  }));
}
