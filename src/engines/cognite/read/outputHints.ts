import type { EarlierOutput, OutputHint, OutputHints } from '../../../domain/engine.ts';
import { isJsonObject } from '../../../domain/json.ts';
import type { Task } from '../../../domain/task.ts';
import { ifAvailable } from '../../ifAvailable.ts';
import { joinHints } from '../../joinHints.ts';
import { newestOutputs } from '../../newestOutputs.ts';
import { pathsRead } from '../../pathsRead.ts';
import { listExecutions } from '../wire/endpoints.ts';
import { flatNodes, type TaskNode, taskNodes } from '../toDomain/taskNodes.ts';
import type { Project } from '../connection/project.ts';
import { readDetails } from './readDetails.ts';
import type { DetailsReading } from '../toDomain/executionNodes.ts';
import { toTask } from '../toDomain/toTask.ts';

// The request limit: one for the execution, one for the list, one for each of these.
const maxExecutions = 2;
/** The list's order is not specified, so the newest are picked from this many. */
const listed = 100;

/**
 * Combines the keys that other tasks of the version read, as in `${approve.output.rows}`, and
 * earlier outputs from other attempts and from the newest completed executions of the same version.
 * Costs four requests.
 */
export async function outputHints(
  project: Project,
  task: Task,
  signal: AbortSignal,
): Promise<OutputHints> {
  const { execution: id } = task.ref;
  if (id === undefined) return { keys: [], earlier: [] };
  const reading = await readDetails(project, id, signal);
  const node = nodesIn(reading).find(isNodeOf(task));
  const others = await ifAvailable(() => newestOthers(project, reading, signal));
  const earlier = [reading, ...(others ?? [])].flatMap((one) => outputsIn(one, task));
  return {
    keys: node === undefined ? [] : joinHints(keysRead(node)),
    earlier: newestOutputs(earlier),
  };
}

function keysRead({ externalId, siblings }: TaskNode): readonly OutputHint[] {
  return siblings.flatMap((reader) =>
    pathsRead(reader.parameters, externalId).map((path) => ({
      path,
      source: `read by ${reader.name ?? reader.externalId}`,
    })),
  );
}

async function newestOthers(
  project: Project,
  { execution }: DetailsReading,
  signal: AbortSignal,
): Promise<readonly DetailsReading[]> {
  const query = {
    workflow: execution.workflowExternalId,
    version: execution.version,
    statuses: ['COMPLETED'],
  };
  const page = { limit: listed, cursor: undefined };
  const { items } = await project.send(listExecutions(project.name, query, page), signal);
  const newest = items
    .filter((other) => other.id !== execution.id)
    .toSorted((a, b) => (b.createdTime ?? 0) - (a.createdTime ?? 0))
    .slice(0, maxExecutions);
  const read = newest.map(({ id }) => ifAvailable(() => readDetails(project, id, signal)));
  return (await Promise.all(read)).filter((reading) => reading !== undefined);
}

/** Outputs of completed attempts of the task, without what the engine itself adds. */
function outputsIn(reading: DetailsReading, task: Task): readonly EarlierOutput[] {
  return nodesIn(reading)
    .filter(isNodeOf(task))
    .flatMap((node) => node.attempts.map((attempt) => toTask(reading, node, attempt)))
    .filter(({ ref, state }) => ref.task !== task.ref.task && state === 'succeeded')
    .flatMap(({ name, output, endedAt }) => {
      const value = handedIn(output);
      if (value === undefined) return [];
      const source = `${name} of ${reading.execution.id.slice(0, 8)}`;
      return [{ source, ...(endedAt === undefined ? {} : { endedAt }), value }];
    });
}

// Keys that the engine itself adds to a function's output.
const ofTheCall = new Set(['callId', 'functionId', 'response']);

function handedIn(output: Task['output']): Task['output'] {
  if (!isJsonObject(output)) return undefined;
  const own = Object.entries(output).filter(([key]) => !ofTheCall.has(key));
  return own.length === 0 ? undefined : Object.fromEntries(own);
}

function nodesIn({ execution }: DetailsReading): readonly TaskNode[] {
  return flatNodes(taskNodes(execution));
}

/** True for the node of the same task, in any execution. */
function isNodeOf({ engineFields }: Task): (node: TaskNode) => boolean {
  return ({ externalId, parent }) =>
    externalId === engineFields['externalId'] && parent === engineFields['parent'];
}
