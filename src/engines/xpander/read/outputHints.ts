import type { EarlierOutput, OutputHints } from '../../../domain/engine.ts';
import type { JsonObject } from '../../../domain/json.ts';
import { withOdd } from '../../../domain/oddRecord.ts';
import type { Task } from '../../../domain/task.ts';
import type { Send } from '../../../http/httpRequest.ts';
import { ifAvailable } from '../../ifAvailable.ts';
import { newestOutputs } from '../../newestOutputs.ts';
import { getTask, maxPageSize } from '../wire/endpoints.ts';
import type { ListedTask } from '../wire/records.ts';
import type { ReadTaskPage } from './taskPages.ts';
import { timeOf } from '../toDomain/timeOf.ts';

const completed = { statuses: ['completed'] };

/**
 * Combines the expected form of the result, where the task declares it, and results of the agent's
 * newest completed tasks. Costs two requests where the server has pages.
 */
export async function outputHints(
  send: Send,
  readTaskPage: ReadTaskPage,
  task: Task,
  signal: AbortSignal,
): Promise<OutputHints> {
  const [record, page] = await Promise.all([
    send(getTask(task.ref.task), signal),
    ifAvailable(() => readTaskPage(task.ref.workflow, completed, { size: maxPageSize }, signal)),
  ]);
  return {
    ...shapeOf(record.output_schema),
    ...withOdd(page?.odd ?? []),
    earlier: newestOutputs(
      (page?.items ?? [])
        // A server without this filter answers with all tasks of the agent.
        .filter((one) => one.status === 'completed' && one.id !== task.ref.task)
        .filter(({ result = '' }) => result.trim() !== '')
        .map(toEarlier),
    ),
  };
}

/**
 * Accepts JSON Schema, as the SDK reads it, and the short form of the SDK's examples: `{
 * "analysis": "string" }`.
 */
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
