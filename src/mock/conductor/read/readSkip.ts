import type { JsonObject } from '../../json.ts';
import { broken } from '../serverError.ts';
import type { SkipRequest } from '../skip.ts';

const request = 'com.netflix.conductor.common.metadata.workflow.SkipTaskRequest';
const method = `public void com.netflix.conductor.rest.controllers.WorkflowResource.skipTaskFromWorkflow(java.lang.String,java.lang.String,${request})`;

/**
 * Reads `taskInput[x]=1&taskOutput[y]=2`: the server takes these two maps from the query, never
 * from the body. @throws {ServerError} 500 for a parameter without brackets
 */
export function readSkip(query: URLSearchParams): SkipRequest {
  const errors = ['taskInput', 'taskOutput'].flatMap((name) => {
    const value = query.get(name);
    return value === null ? [] : [errorOf(name, value)];
  });
  if (errors.length > 0) {
    const count = errors.length === 1 ? '' : ` with ${errors.length} errors`;
    throw broken(`Validation failed for argument [2] in ${method}${count}: ${errors.join('')}`);
  }
  return { input: mapOf(query, 'taskInput'), output: mapOf(query, 'taskOutput') };
}

function mapOf(query: URLSearchParams, name: string): JsonObject {
  const start = `${name}[`;
  const entries = [...query].filter(([key]) => key.startsWith(start) && key.endsWith(']'));
  return Object.fromEntries(entries.map(([key, value]) => [key.slice(start.length, -1), value]));
}

function errorOf(name: string, value: string): string {
  const codes = ['skipTaskRequest.', '', 'java.util.Map'].map((of) =>
    of === 'java.util.Map' ? `typeMismatch.${of}` : `typeMismatch.${of}${name}`,
  );
  const reason = `Cannot convert value of type 'java.lang.String' to required type 'java.util.Map' for property '${name}': no matching editors or conversion strategy found`;
  return `[Field error in object 'skipTaskRequest' on field '${name}': rejected value [${value}]; codes [${codes.join(',')},typeMismatch]; arguments [org.springframework.context.support.DefaultMessageSourceResolvable: codes [skipTaskRequest.${name},${name}]; arguments []; default message [${name}]]; default message [Failed to convert property value of type 'java.lang.String' to required type 'java.util.Map' for property '${name}'; ${reason}]] `;
}
