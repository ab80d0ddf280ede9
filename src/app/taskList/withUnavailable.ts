import { isJsonObject } from '../../domain/json.ts';
import type { Json, JsonObject } from '../../domain/json.ts';

/** Older versions stored an option's reason `unavailable` under the key `refusal`; both are read. */
export function withUnavailable(task: JsonObject): JsonObject {
  if (!isJsonObject(task['options'])) return task;
  const options = renamed(task['options']);
  const { statuses } = options;
  const read = Array.isArray(statuses)
    ? {
        statuses: statuses.map((status: Json) => (isJsonObject(status) ? renamed(status) : status)),
      }
    : {};
  return { ...task, options: { ...options, ...read } };
}

function renamed(option: JsonObject): JsonObject {
  const { refusal, ...rest } = option;
  return refusal === undefined ? option : { ...rest, unavailable: refusal };
}
