import type { EarlierOutput, OutputHint, OutputHints } from '../../domain/engine.ts';
import { isJsonObject } from '../../domain/json.ts';
import type { Task } from '../../domain/task.ts';
import { ifThere } from '../ifThere.ts';
import { joinHints } from '../joinHints.ts';
import { newestOutputs } from '../newestOutputs.ts';
import { pathsRead } from '../pathsRead.ts';
import { listExecutions } from './endpoints.ts';
import { flatNodes, type TaskNode, taskNodes } from './taskNodes.ts';
import type { Project } from './project.ts';
import { readDetails } from './readDetails.ts';
import type { DetailsReading } from './executionNodes.ts';
import { toTask } from './toTask.ts';

// One request for the execution, one for the list, and one for each of these.
const mostExecutions = 2;
/** Whichever way the server sorts: the newest of these are looked at. */
const listed = 100;

/**
 * What other tasks of the version read, `${approve.output.rows}`, and what was handed in before:
 * in other attempts, and in the newest completed executions of the same version. Four requests.
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
  const others = await ifThere(() => newestOthers(project, reading, signal));
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
    .slice(0, mostExecutions);
  const read = newest.map(({ id }) => ifThere(() => readDetails(project, id, signal)));
  return (await Promise.all(read)).filter((reading) => reading !== undefined);
}

/** Completed attempts of the task, with what people added to what the function returned. */
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

// What the engine itself puts into the output of a function that was called.
const ofTheCall = new Set(['callId', 'functionId', 'response']);

function handedIn(output: Task['output']): Task['output'] {
  if (!isJsonObject(output)) return undefined;
  const own = Object.entries(output).filter(([key]) => !ofTheCall.has(key));
  return own.length === 0 ? undefined : Object.fromEntries(own);
}

function nodesIn({ execution }: DetailsReading): readonly TaskNode[] {
  return flatNodes(taskNodes(execution));
}

/** Is it the place of this task, in whichever execution? */
function isNodeOf({ facts }: Task): (node: TaskNode) => boolean {
  return ({ externalId, parent }) =>
    externalId === facts['externalId'] && parent === facts['parent'];
}
