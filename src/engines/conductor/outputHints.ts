import type { OutputHint, OutputHints } from '../../domain/engine.ts';
import { isJsonObject, type Json, type JsonObject } from '../../domain/json.ts';
import { definitionOf, type Task } from '../../domain/task.ts';
import type { Send } from '../../http/httpRequest.ts';
import { ifThere } from '../ifThere.ts';
import { joinHints } from '../joinHints.ts';
import { pathsRead } from '../outputReferences.ts';
import type { Capabilities } from './capabilities.ts';
import { earlierOutputs } from './earlierOutputs.ts';
import { getSchema, getTaskDefinition, getWorkflow } from './endpoints.ts';
import { loopPathsRead } from './loopReferences.ts';
import type { TaskDefinition, WorkflowRecord } from './records.ts';

/**
 * What the task definition promises, what the execution's own definition reads of the task, and
 * what earlier tasks of the same definition held. Two requests on a newer server, which hangs its
 * definition onto every task; one more where it does not, or where a schema is only named; up to
 * two more where tasks cannot be searched. Of all that only the execution has to be there.
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
    earlier,
  };
}

async function readDefinition(
  send: Send,
  record: WorkflowRecord,
  task: Task,
  signal: AbortSignal,
): Promise<TaskDefinition | undefined> {
  const own = record.tasks?.find(({ taskId }) => taskId === task.ref.task);
  const known = own?.workflowTask?.taskDefinition ?? own?.taskDefinition;
  if (known !== undefined) return known;
  return await ifThere(() => send(getTaskDefinition(definitionOf(task)), signal));
}

/** Open source has schemas in place; Orkes may keep one in its registry, by name and version. */
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
  return await ifThere(() => send(getSchema(name, version), signal));
}

/** Who reads what of the task's output in the definition that the execution runs. */
function keysRead(record: WorkflowRecord, task: Task): readonly OutputHint[] {
  // The rounds of a loop have their number behind the name, which the definition does not know.
  const name = task.iteration === undefined ? task.name : task.name.replace(/(?:__\d+)+$/, '');
  const { tasks = [], outputParameters = {} } = (record.workflowDefinition ?? {}) as JsonObject;
  return [
    ...readers(tasks).flatMap(([reader, value]) => hintsFor(`read by ${reader}`, value, name)),
    ...hintsFor('read by the workflow’s output', outputParameters, name),
  ];
}

function hintsFor(source: string, value: Json, name: string): readonly OutputHint[] {
  const paths = [...pathsRead(value, name), ...loopPathsRead(value, name)];
  return paths.map((path) => ({ path, source }));
}

/** Every task of a definition's lists, however deep, without the tasks inside it. */
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
