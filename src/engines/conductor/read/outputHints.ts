import type { OutputHint, OutputHints } from '../../../domain/engine.ts';
import { isJsonObject, type Json, type JsonObject } from '../../../domain/json.ts';
import { definitionOf, type Task } from '../../../domain/task.ts';
import type { Send } from '../../../http/httpRequest.ts';
import { ifAvailable } from '../../ifAvailable.ts';
import { joinHints } from '../../joinHints.ts';
import { pathsRead } from '../../pathsRead.ts';
import type { Capabilities } from '../connection/capabilities.ts';
import { earlierOutputs } from './earlierOutputs.ts';
import { getSchema, getTaskDefinition, getWorkflow } from '../wire/endpoints.ts';
import { loopPathsRead } from './loopPathsRead.ts';
import type { TaskDefinition, WorkflowRecord } from '../wire/records.ts';

/**
 * Combines the keys that the task definition declares, the keys that the execution's definition
 * reads from the task, and outputs of earlier tasks with the same definition. Costs two requests on
 * newer servers, which include the definition in every task; one more on others or for a named
 * schema; up to two more where tasks cannot be searched. Only the execution is required.
 */
export async function outputHints(
  send: Send,
  { version }: Capabilities,
  task: Task,
  signal: AbortSignal,
): Promise<OutputHints> {
  const record = await send(getWorkflow(task.ref.execution ?? '', true), signal);
  const [definition, earlier] = await Promise.all([
    readDefinition(send, record, task, signal),
    earlierOutputs(send, version, { record, task }, signal),
  ]);
  const schema = await schemaOf(send, definition, signal);
  const promised = (definition?.outputKeys ?? []).map((key) => ({
    path: [key],
    source: 'promised by the task definition',
  }));
  return {
    keys: joinHints([...promised, ...keysRead(record, task)]),
    ...(schema === undefined ? {} : { schema }),
    ...earlier,
  };
}

async function readDefinition(
  send: Send,
  record: WorkflowRecord,
  task: Task,
  signal: AbortSignal,
): Promise<TaskDefinition | undefined> {
  const own = record.tasks.find(({ taskId }) => taskId === task.ref.task);
  const known = own?.workflowTask?.taskDefinition ?? own?.taskDefinition;
  if (known !== undefined) return known;
  return await ifAvailable(() => send(getTaskDefinition(definitionOf(task)), signal));
}

/**
 * Open source stores the schema in the definition; Orkes may keep it in its registry, by name and
 * version.
 */
async function schemaOf(
  send: Send,
  definition: TaskDefinition | undefined,
  signal: AbortSignal,
): Promise<JsonObject | undefined> {
  const schema = definition?.outputSchema;
  if (schema === undefined || (schema.type ?? 'JSON') !== 'JSON') return undefined;
  const { data, name, version = 1 } = schema;
  if (data !== undefined && Object.keys(data).length > 0) return data;
  if (name === undefined) return undefined;
  return await ifAvailable(() => send(getSchema(name, version), signal));
}

/** The keys of the task's output that the execution's definition reads, and who reads them. */
function keysRead(record: WorkflowRecord, task: Task): readonly OutputHint[] {
  // Tasks in a loop have the iteration's number after their name; the definition does not.
  const name =
    task.iteration === undefined ? task.name : task.name.replace(/(?:__\d{1,9}){1,9}$/, '');
  const { tasks = [], outputParameters = {} } = record.workflowDefinition ?? {};
  return [
    ...readers(tasks).flatMap(([reader, value]) => hintsFor(`read by ${reader}`, value, name)),
    ...hintsFor('read by the workflow’s output', outputParameters, name),
  ];
}

function hintsFor(source: string, value: Json, name: string): readonly OutputHint[] {
  const paths = [...pathsRead(value, name), ...loopPathsRead(value, name)];
  return paths.map((path) => ({ path, source }));
}

/** Every task of a definition at any depth, each without the tasks inside it. */
function readers(value: Json): readonly (readonly [string, Json])[] {
  if (Array.isArray(value)) return value.flatMap((item: Json) => readers(item));
  if (!isJsonObject(value)) return [];
  const {
    taskReferenceName: name,
    decisionCases,
    defaultCase,
    forkTasks,
    loopOver,
    ...own
  } = value;
  const cases = isJsonObject(decisionCases) ? Object.values(decisionCases) : [];
  const inside = [...cases, defaultCase, forkTasks, loopOver].flatMap((list = null) =>
    readers(list),
  );
  return typeof name === 'string' ? [[name, own], ...inside] : inside;
}
