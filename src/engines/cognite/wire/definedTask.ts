import { isJsonObject, type JsonObject } from '../../../domain/json.ts';

/** One task of a workflow definition. Answers may omit fields, so defaults are filled in. */
export interface DefinedTask {
  readonly externalId: string;
  readonly name?: string;
  readonly type: string;
  readonly parameters: JsonObject;
  readonly retries: number;
  readonly timeoutSeconds: number;
  readonly onFailure: string;
  readonly dependsOn: readonly string[];
  /** The tasks of a subworkflow that the definition contains. */
  readonly tasks: readonly DefinedTask[];
}

// The defaults of TaskDefinition in the API's specification.
const defaults = { retries: 3, timeoutSeconds: 3600, onFailure: 'abortWorkflow' };

/** Parses one entry of a task list; empty where it is no task. For flatMap. */
export function parseDefinedTask(value: unknown): readonly DefinedTask[] {
  if (!isJsonObject(value)) return [];
  const { externalId, name, type, parameters, retries, timeout, onFailure, dependsOn } = value;
  if (typeof externalId !== 'string') return [];
  const given = isJsonObject(parameters) ? parameters : {};
  return [
    {
      externalId,
      ...(typeof name === 'string' && name !== '' ? { name } : {}),
      type: typeof type === 'string' ? type : 'unknown',
      parameters: given,
      retries: typeof retries === 'number' ? retries : defaults.retries,
      timeoutSeconds: typeof timeout === 'number' ? timeout : defaults.timeoutSeconds,
      onFailure: typeof onFailure === 'string' ? onFailure : defaults.onFailure,
      dependsOn: Array.isArray(dependsOn) ? dependsOn.flatMap(dependency) : [],
      tasks: tasksWithin(given, 'subworkflow'),
    },
  ];
}

/**
 * The tasks inside a dynamic task or a subworkflow. A definition's parameters hold those of
 * subworkflows, an execution's input holds both. A reference (text) holds none.
 */
export function tasksWithin(
  holder: JsonObject,
  key: 'dynamic' | 'subworkflow',
): readonly DefinedTask[] {
  const container = holder[key];
  if (!isJsonObject(container) || !Array.isArray(container['tasks'])) return [];
  return (container['tasks'] as unknown[]).flatMap(parseDefinedTask);
}

function dependency(value: unknown): readonly string[] {
  if (!isJsonObject(value)) return [];
  const id = value['externalId'];
  return typeof id === 'string' ? [id] : [];
}
