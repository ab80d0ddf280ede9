import { isObject, type Json, type JsonObject } from '../json.ts';
import { allTasks, type WorkflowDef } from './workflowDef.ts';
import type { ValidationError } from './serverError.ts';
import { parseDuration } from './taskTypes/wait.ts';

/**
 * The errors in a workflow definition, each with a path that starts with `where`. Empty for a valid
 * one.
 */
export function definitionErrors(
  body: JsonObject,
  definition: WorkflowDef,
  where: string,
): ValidationError[] {
  const errors: ValidationError[] = [];
  if (typeof body['name'] !== 'string' || body['name'] === '') {
    errors.push({ path: `${where}.name`, message: 'WorkflowDef name cannot be null or empty' });
  }
  if (!Array.isArray(body['tasks']) || body['tasks'].length === 0) {
    errors.push({ path: `${where}.tasks`, message: 'WorkflowTask list cannot be empty' });
  }
  if (errors.length > 0) return errors;
  return [...taskErrors(definition, where), ...referenceErrors(definition, where)];
}

function taskErrors(definition: WorkflowDef, where: string): ValidationError[] {
  const errors: ValidationError[] = [];
  for (const [index, task] of definition.tasks.entries()) {
    const { duration } = task.inputParameters;
    if (task.type === 'WAIT' && typeof duration === 'string' && !isDuration(duration)) {
      const message = 'Either date or duration is passed as null ';
      errors.push({ path: `${where}.tasks[${index}]`, message });
    }
  }
  return errors;
}

function isDuration(text: string): boolean {
  if (text.includes('${')) return true;
  try {
    return parseDuration(text) >= 0;
  } catch {
    // Not a duration: false is the answer.
    return false;
  }
}

function referenceErrors(definition: WorkflowDef, path: string): ValidationError[] {
  const errors: ValidationError[] = [];
  const tasks = allTasks(definition.tasks);
  const names = new Set<string>();
  for (const task of tasks) {
    if (names.has(task.taskReferenceName)) {
      const message = `taskReferenceName: ${task.taskReferenceName} should be unique across tasks for a given workflowDefinition: ${definition.name}`;
      errors.push({ path, message });
    }
    names.add(task.taskReferenceName);
  }
  for (const task of tasks) {
    for (const [key, value] of Object.entries(task.inputParameters)) {
      for (const { reference, expression } of expressionsIn(value)) {
        if (reference === 'workflow' || names.has(reference)) continue;
        const message = `taskReferenceName: ${reference} for given task: ${task.name} input value: ${key} of input parameter: ${expression} is not defined in workflow definition.`;
        errors.push({ path, message });
      }
    }
  }
  return errors;
}

/** The server examines only texts directly under inputParameters. */
function expressionsIn(value: Json | undefined) {
  if (typeof value !== 'string' || isObject(value)) return [];
  return [...value.matchAll(/\$\{([^{}.[]+)(?:[.[][^{}]*)?\}/g)].map((match) => ({
    reference: match[1] ?? '',
    expression: match[0],
  }));
}
