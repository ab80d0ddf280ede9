import type { EarlierOutput, OutputHints } from '../../domain/engine.ts';
import type { JsonObject } from '../../domain/json.ts';
import type { Task } from '../../domain/task.ts';
import type { Send } from '../../http/httpRequest.ts';
import { ifThere } from '../ifThere.ts';
import { newestOutputs } from '../newestOutputs.ts';
import { getTask, largestPage } from './endpoints.ts';
import type { ListedTask } from './records.ts';
import type { ReadTaskPage } from './taskPages.ts';
import { timeOf } from './time.ts';

const completed = { statuses: ['completed'] };

/**
 * What the task's result is expected to look like, where whoever started it said so, and results
 * of the agent's newest completed tasks. Two requests, where the server has pages.
 */
export async function outputHints(
  send: Send,
  readTaskPage: ReadTaskPage,
  task: Task,
  signal: AbortSignal,
): Promise<OutputHints> {
  const [record, page] = await Promise.all([
    send(getTask(task.ref.task), signal),
    ifThere(() => readTaskPage(task.ref.workflow, completed, { size: largestPage }, signal)),
  ]);
  return {
    ...shapeOf(record.output_schema),
    earlier: newestOutputs(
      (page?.items ?? [])
        // A server that does not know the filter answers with all tasks of the agent.
        .filter((one) => one.status === 'completed' && one.id !== task.ref.task)
        .filter(({ result = '' }) => result.trim() !== '')
        .map(toEarlier),
    ),
  };
}

/** JSON Schema, as the SDK reads it, or the short form of its examples: `{ "analysis": "string" }`. */
function shapeOf(given: JsonObject = {}): Pick<OutputHints, 'keys' | 'schema'> {
  const names = Object.keys(given);
  if (names.length === 0) return { keys: [] };
  if (names.some((name) => words.has(name))) return { keys: [], schema: given };
  return { keys: names.map((name) => ({ path: [name], source: 'expected of the result' })) };
}

const words = new Set(['$ref', '$schema', 'allOf', 'anyOf', 'oneOf', 'properties']);

function toEarlier({ id, title = '', updated_at, result }: ListedTask): EarlierOutput {
  const endedAt = timeOf(updated_at);
  return {
    source: title.trim() === '' ? id : title,
    ...(endedAt === undefined ? {} : { endedAt }),
    value: result,
  };
}
