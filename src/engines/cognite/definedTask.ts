import { isJsonObject, type JsonObject } from '../../domain/json.ts';

/** One task of a workflow definition. Defaults are filled in: answers may leave them out. */
export interface DefinedTask {
  readonly externalId: string;
  readonly name?: string;
  readonly type: string;
  readonly parameters: JsonObject;
  readonly retries: number;
  readonly timeoutSeconds: number;
  readonly onFailure: string;
  readonly dependsOn: readonly string[];
  /** The tasks of a subworkflow that is written out in place. */
  readonly tasks: readonly DefinedTask[];
}

// TaskDefinition's defaults in the API's specification.
const defaults = { retries: 3, timeoutSeconds: 3600, onFailure: 'abortWorkflow' };

/** Reads one entry of a list of tasks; none where it is not a task. For flatMap. */
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
 * The tasks that a dynamic task or a subworkflow brings along: in a definition's parameters for
 * subworkflows, in an execution's input for both. A reference (text) brings none.
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
