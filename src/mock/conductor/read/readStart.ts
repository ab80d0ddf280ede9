import type { JsonObject } from '../../json.ts';
import { definitionErrors } from './definitionErrors.ts';
import { asEnum, asInt, asMap, asObject, asText, asTextMap, field } from './javaFields.ts';
import { badRequest, broken, invalid, type ValidationError } from '../serverError.ts';
import { shapeWorkflowDef } from '../shapeWorkflowDef.ts';
import type { StartOptions } from '../startWorkflow.ts';

const packageName = 'com.netflix.conductor.common.metadata.workflow';
const strategies = ['FAIL_ON_RUNNING', 'RETURN_EXISTING', 'FAIL'] as const;

/** The values of a StartWorkflowRequest, and what it fails with once its definition is found. */
export interface StartRequestBody {
  readonly options: StartOptions;
  readonly failure: Error | undefined;
}

/** Reads a StartWorkflowRequest. @throws {ServerError} 500 for wrong types, 400 for wrong values */
export function readStart(body: JsonObject, version: string): StartRequestBody {
  const name = field(body, 'name', asText);
  const priority = field(body, 'priority', asInt('java.lang.Integer')) ?? 0;
  const workflowDef = field(body, 'workflowDef', asObject(`${packageName}.WorkflowDef`));
  const input = field(body, 'input', asMap);
  field(body, 'idempotencyStrategy', asEnum(`${packageName}.IdempotencyStrategy`, strategies));
  const taskToDomain = field(body, 'taskToDomain', asTextMap);
  const errors = startErrors({ name, priority, workflowDef }, version);
  if (errors.length > 0) throw invalid(...errors);
  const options = {
    name: name ?? '',
    version: field(body, 'version', asInt('java.lang.Integer')),
    input: input ?? {},
    correlationId: field(body, 'correlationId', asText),
    priority,
    workflowDef,
    taskToDomain,
  };
  if (options.name.trim() === '' && workflowDef === undefined) {
    throw badRequest('Workflow name must be specified when searching for a definition');
  }
  return { options, failure: inputFailure(body) };
}

/** The server looks for the definition before it looks at the input. */
function inputFailure(body: JsonObject): Error | undefined {
  const path = field(body, 'externalInputPayloadStoragePath', asText) ?? '';
  if (path !== '') {
    return broken(`Unable to download payload from external storage path: ${path}`);
  }
  if (body['input'] !== null) return undefined;
  return badRequest('NULL input passed when starting workflow');
}

function startErrors(
  start: {
    readonly name: string | undefined;
    readonly priority: number;
    readonly workflowDef: JsonObject | undefined;
  },
  version: string,
): ValidationError[] {
  const path = 'startWorkflow.arg0';
  const { name, priority, workflowDef } = start;
  const errors: ValidationError[] = [];
  if (name === undefined) {
    errors.push({ path: `${path}.name`, message: 'Workflow name cannot be null or empty' });
  }
  if (priority < 0 || priority > 99) {
    const limit = priority < 0 ? 'minimum 0' : 'maximum 99';
    const message = `priority: ${priority} should be ${limit}`;
    errors.push({ path: `${path}.priority`, message, invalidValue: String(priority) });
  }
  if (workflowDef === undefined) return errors;
  const definition = shapeWorkflowDef(workflowDef, version, 0);
  return [
    ...errors,
    ...definitionErrors(workflowDef, definition, { where: `${path}.workflowDef`, version }),
  ];
}
