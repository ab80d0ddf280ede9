import { isJsonObject } from '../../domain/json.ts';
import type { Json, JsonObject } from '../../domain/json.ts';
import { isTaskRef, isTextOrAbsent } from '../readDocument.ts';
import { withUnavailable } from './withUnavailable.ts';

/** A stored task under the names of this version; undefined where it is not whole. */
export function storedTask(value: Json | undefined): JsonObject | undefined {
  if (!isJsonObject(value)) return undefined;
  const task = withEngineFields(withUnavailable(value));
  return isTask(task) && isOptions(task['options']) ? task : undefined;
}

/** Older versions stored `engineFields` under the key `facts`; both are read. */
function withEngineFields(task: JsonObject): JsonObject {
  const { facts, ...rest } = task;
  return facts === undefined ? task : { engineFields: facts, ...rest };
}

function isTask(task: JsonObject): boolean {
  const { ref, name, type, status, state, input, output, engineFields } = task;
  return (
    isTaskRef(ref) &&
    [name, type, status, state].every((text) => typeof text === 'string') &&
    ['workflowName', 'definition', 'reason', 'worker'].every((key) => isTextOrAbsent(task[key])) &&
    (task['updatedAt'] === undefined || typeof task['updatedAt'] === 'number') &&
    (isTextOrAbsent(output) || isJsonObject(output)) &&
    isJsonObject(input) &&
    isJsonObject(engineFields)
  );
}

function isOptions(options: Json | undefined): boolean {
  if (!isJsonObject(options)) return false;
  const { unavailable, statuses, output, fields, warnings } = options;
  return (
    isTextOrAbsent(unavailable) &&
    isListOf(statuses, ({ status, effect, role, unavailable: why }) => {
      return [status, effect].every(isText) && [role, why].every(isTextOrAbsent);
    }) &&
    isListOf(fields, ({ key, label, kind, help }) => [key, label, kind, help].every(isText)) &&
    Array.isArray(warnings) &&
    (warnings as readonly Json[]).every(isText) &&
    (output === undefined || isOutput(output))
  );
}

function isOutput(value: Json): boolean {
  if (!isJsonObject(value)) return false;
  const { kind, modes, limitBytes } = value;
  return isText(kind) && Array.isArray(modes) && typeof limitBytes === 'number';
}

function isListOf(value: Json | undefined, fits: (item: JsonObject) => boolean): boolean {
  return (
    Array.isArray(value) &&
    (value as readonly Json[]).every((item) => isJsonObject(item) && fits(item))
  );
}

function isText(value: Json | undefined): boolean {
  return typeof value === 'string';
}
