import type { EarlierOutput, OutputHints } from '../../../domain/engine.ts';
import { isJsonObject } from '../../../domain/json.ts';
import { withOdd } from '../../../domain/oddRecord.ts';
import { definitionOf, type Task } from '../../../domain/task.ts';
import type { Send } from '../../../http/httpRequest.ts';
import { ifAvailable } from '../../ifAvailable.ts';
import { oddIn, type ReadRecord, recordsIn } from '../../readRecords.ts';
import { maxEarlier, newestOutputs } from '../../newestOutputs.ts';
import { isAtLeast } from '../connection/capabilities.ts';
import { getWorkflow, searchTasks, searchWorkflows } from '../wire/endpoints.ts';
import type { TaskRecord, WorkflowRecord } from '../wire/records.ts';
import { planSearch, isSafeInQuery } from './planSearch.ts';

/** How many executions to read where the server cannot search for whole tasks. */
const maxExecutions = 1;

/** A task and the execution that it belongs to. */
interface TaskInExecution {
  readonly record: WorkflowRecord;
  readonly task: Task;
}

/**
 * Outputs of completed tasks with the same definition, newest first, from the execution itself and
 * from the search index. Servers before 3.30, and those without a version, may fail when searching
 * for whole tasks; for them the newest completed execution of the workflow is read.
 */
export async function earlierOutputs(
  send: Send,
  version: string | undefined,
  { record, task }: TaskInExecution,
  signal: AbortSignal,
): Promise<Pick<OutputHints, 'earlier' | 'odd'>> {
  const definition = definitionOf(task);
  const searches = version !== undefined && isAtLeast(version, [3, 30, 0]);
  const others = searches
    ? await ifAvailable(() => found(send, definition, signal))
    : await ifAvailable(() => tasksOfOthers(send, record, signal));
  const read = [...record.tasks, ...recordsIn(others ?? [])];
  const all = new Map(read.map((one) => [one.taskId, one]));
  const earlier = newestOutputs(
    [...all.values()]
      .filter((one) => one.taskId !== task.ref.task && definitionName(one) === definition)
      .filter(hasOutput)
      .map(toEarlier),
  );
  return { earlier, ...withOdd(oddIn(others ?? [])) };
}

async function found(
  send: Send,
  definition: string,
  signal: AbortSignal,
): Promise<readonly ReadRecord<TaskRecord>[]> {
  if (!isSafeInQuery(definition)) return [];
  const query = `taskDefName IN (${definition}) AND status IN (COMPLETED)`;
  const page = { start: 0, size: maxEarlier + 1, query, freeText: '*' };
  return (await send(searchTasks(page, 'updateTime:DESC'), signal)).results;
}

async function tasksOfOthers(
  send: Send,
  { workflowId, workflowName: workflow }: WorkflowRecord,
  signal: AbortSignal,
): Promise<readonly ReadRecord<TaskRecord>[]> {
  if (workflow === undefined || !isSafeInQuery(workflow)) return [];
  const plan = planSearch({ workflow, statuses: ['COMPLETED'] });
  const page = { start: 0, size: maxExecutions + 1, query: plan.query, freeText: '*' };
  const { results } = await send(searchWorkflows(page), signal);
  const others = recordsIn(results).filter((other) => other.workflowId !== workflowId);
  const read = others
    .slice(0, maxExecutions)
    .map((other) => ifAvailable(() => send(getWorkflow(other.workflowId, true), signal)));
  return (await Promise.all(read)).flatMap((other) => [
    ...(other?.tasks ?? []).map((one) => ({ record: one })),
    ...(other?.odd ?? []).map((odd) => ({ odd })),
  ]);
}

function definitionName({ taskDefName, taskType, referenceTaskName }: TaskRecord): string {
  return taskDefName ?? taskType ?? referenceTaskName;
}

function hasOutput({ status, outputData }: TaskRecord): boolean {
  return status === 'COMPLETED' && isJsonObject(outputData) && Object.keys(outputData).length > 0;
}

function toEarlier(record: TaskRecord): EarlierOutput {
  const { referenceTaskName, correlationId, workflowInstanceId, endTime = 0 } = record;
  const of = correlationId ?? workflowInstanceId.slice(0, 8);
  return {
    source: `${referenceTaskName} of ${of}`,
    ...(endTime > 0 ? { endedAt: endTime } : {}),
    value: record.outputData,
  };
}
