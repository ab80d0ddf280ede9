import { compare, type Difference } from './compare.ts';
import { normalise } from './normalise.ts';
import { fill, parse, type Side } from './side.ts';

/** The two servers. */
export interface Pair {
  readonly real: Side;
  readonly mock: Side;
  readonly prefix: string;
}

const pauseMs = 150;

/** Reads an execution on both servers until they agree. Returns the differences at the deadline. */
export async function compareState(
  pair: Pair,
  id: string,
  deadlineMs: number,
): Promise<Difference[]> {
  const end = Date.now() + deadlineMs;
  for (;;) {
    const [real, mock] = await Promise.all([read(pair.real, id), read(pair.mock, id)]);
    const differences = compare(
      normalise(real, pair.prefix),
      normalise(mock, pair.prefix),
      'state',
    );
    if (differences.length === 0 || Date.now() > end) return differences;
    await new Promise((resolve) => {
      setTimeout(resolve, pauseMs);
    });
  }
}

/** Skipped tasks all have the number 0, and the real server lists them in any order. */
function inOrder(tasks: unknown): unknown {
  if (!Array.isArray(tasks)) return tasks;
  return (tasks as readonly { seq: number; referenceTaskName: string }[]).toSorted(
    (a, b) => a.seq - b.seq || a.referenceTaskName.localeCompare(b.referenceTaskName),
  );
}

/** The status of an execution; undefined where there is none. */
export async function statusOf(side: Side, id: string): Promise<unknown> {
  const value = await read(side, id);
  return typeof value === 'object' && value !== null && 'status' in value
    ? value.status
    : undefined;
}

async function read(side: Side, id: string): Promise<unknown> {
  const response = await fetch(`${side.baseUrl}/workflow/${fill(id, side.kept)}`);
  const value = parse(await response.text());
  if (typeof value !== 'object' || value === null || !('tasks' in value)) return value;
  const { tasks } = value;
  return { ...value, workflowDefinition: undefined, tasks: inOrder(tasks) };
}
