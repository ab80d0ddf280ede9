import type { EarlierOutput, OutputHints } from '../../domain/engine.ts';
import type { JsonObject } from '../../domain/json.ts';
import type { Task } from '../../domain/task.ts';
import type { Send } from '../../http/request.ts';
import { ifThere } from '../ifThere.ts';
import { newestOutputs } from '../newestOutputs.ts';
import { getTask, getTasks } from './endpoints.ts';
import type { ListedTask } from './records.ts';
import { timeOf } from './time.ts';

/**
 * What the task's result is expected to look like, where whoever started it said so, and results
 * of the agent's newest completed tasks. Two requests; the list comes whole, as it always does.
 */
export async function outputHints(
  send: Send,
  task: Task,
  signal: AbortSignal,
): Promise<OutputHints> {
  const query = { status: 'completed' };
  const [record, completed = []] = await Promise.all([
    send(getTask(task.ref.task), signal),
    ifThere(() => send(getTasks(task.ref.workflow, query), signal)),
  ]);
  return {
    ...shapeOf(record.output_schema),
    earlier: newestOutputs(
      completed
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
