import { hash } from '../random.ts';
import { copyJson, isObject, type Json, type JsonObject, printJson } from '../json.ts';
import { badRequest } from './apiError.ts';
import type { Definition, TaskDef } from './model.ts';

const maxTasks = 100;
const containers = ['dynamic', 'subworkflow'];

/** Reads a submitted workflowDefinition. @throws {ApiError} 400 */
export function readDefinition(value: Json | undefined): Definition {
  if (!isObject(value)) throw badRequest('workflowDefinition must be an object.');
  const tasks = readTasks(value['tasks'], 'workflowDefinition.tasks', false);
  const { description } = value;
  return {
    hash: hashOf(printJson(value['tasks'])),
    description: typeof description === 'string' ? description : undefined,
    tasks,
  };
}

/** @param isInside true for tasks inside a subworkflow or a dynamic task */
export function readTasks(value: Json | undefined, where: string, isInside: boolean): TaskDef[] {
  if (!Array.isArray(value)) throw badRequest(`${where} must be a list of tasks.`);
  if (value.length > maxTasks) throw badRequest(`${where} must hold at most ${maxTasks} tasks.`);
  const tasks = value.map((item) => readTask(item, where));
  const ids = new Set(tasks.map((task) => task.externalId));
  if (ids.size < tasks.length) throw badRequest(`${where}: task external ids must be unique.`);
  for (const task of tasks) {
    const unknown = task.dependsOn.find((id) => !ids.has(id));
    if (unknown !== undefined) {
      throw badRequest(`Task ${task.externalId} depends on the unknown task ${unknown}.`);
    }
    if (isInside && containers.includes(task.type)) {
      throw badRequest(`${where} must not hold ${task.type} tasks.`);
    }
  }
  return tasks;
}

function readTask(value: Json, where: string): TaskDef {
  if (!isObject(value)) throw badRequest(`${where} must hold objects.`);
  const { externalId, type, parameters, onFailure } = value;
  if (typeof externalId !== 'string' || !isGoodId(externalId)) {
    throw badRequest(`${where}: externalId must have 1 to 255 characters and not be reserved.`);
  }
  if (typeof type !== 'string') throw badRequest(`Task ${externalId} needs a type.`);
  if (!isObject(parameters)) throw badRequest(`Task ${externalId} needs parameters.`);
  const subworkflow = parameters['subworkflow'];
  if (isObject(subworkflow) && Array.isArray(subworkflow['tasks'])) {
    readTasks(subworkflow['tasks'], `${externalId}.subworkflow.tasks`, true);
  }
  const retries = wholeNumber(value['retries'], 3);
  const timeout = wholeNumber(value['timeout'], 3600);
  const dependsOn = idsOf(value['dependsOn']);
  if (retries < 0 || retries > 10) throw badRequest(`Task ${externalId}: retries must be 0 to 10.`);
  const failure = onFailure === 'skipTask' ? 'skipTask' : 'abortWorkflow';
  const source: JsonObject = {
    ...copyJson(value),
    retries,
    timeout,
    onFailure: failure,
    dependsOn: dependsOn.map((id) => ({ externalId: id })),
  };
  return { externalId, type, parameters, retries, timeout, onFailure: failure, dependsOn, source };
}

function isGoodId(id: string): boolean {
  return id !== '' && id.length <= 255 && id !== 'workflow' && !id.startsWith('__');
}

function wholeNumber(value: Json | undefined, fallback: number): number {
  return typeof value === 'number' ? value : fallback;
}

function idsOf(value: Json | undefined): string[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item) => {
    const id = isObject(item) ? item['externalId'] : undefined;
    return typeof id === 'string' ? [id] : [];
  });
}

function hashOf(text: string): string {
  const parts = [0, 1, 2, 3, 4].map((salt) => hash(`${salt}${text}`).toString(16).padStart(8, '0'));
  return parts.join('').toUpperCase();
}
