import { type Json, type JsonObject, stringifyJson } from '../../../domain/json.ts';
import type { OutputChange, TaskUpdate } from '../../../domain/taskUpdate.ts';

/**
 * The body of an update: only the fields that the person filled in, in the order of the vendor's
 * SDK. An empty result is sent and clears the present one.
 */
export function patchBody({ status, output, fields }: TaskUpdate): JsonObject {
  const body: Record<string, Json | undefined> = {
    tool_call_payload_extension: fields?.['tool_call_payload_extension'],
    source: fields?.['source'],
    status,
    last_executed_node_id: fields?.['last_executed_node_id'],
    result: output === undefined ? undefined : resultOf(output),
  };
  return Object.fromEntries(
    Object.entries(body).filter((entry): entry is [string, Json] => entry[1] !== undefined),
  );
}

// The API accepts only text as a result.
function resultOf(output: OutputChange): string {
  return output.kind === 'text' ? output.text : stringifyJson(output.value);
}
