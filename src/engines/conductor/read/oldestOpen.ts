import type { OddRecord } from '../../../domain/oddRecord.ts';
import type { Task } from '../../../domain/task.ts';
import type { Send } from '../../../http/httpRequest.ts';
import { ifAvailable } from '../../ifAvailable.ts';
import { oddIn, recordsIn } from '../../readRecords.ts';
import { type Capabilities, isAtLeast } from '../connection/capabilities.ts';
import { openStatuses } from '../toDomain/executionStatus.ts';
import { toTask } from '../toDomain/toTask.ts';
import { searchTaskPlaces, searchTasks, searchWorkflows } from '../wire/endpoints.ts';

/** What the search index knows of open work, oldest first. */
export interface OpenWork {
  /** Waiting tasks. Undefined where the server cannot search for whole tasks. */
  readonly tasks: readonly Task[] | undefined;
  /** The executions of the oldest tasks. */
  readonly holders: readonly string[];
  /** True where the index has more tasks than were listed here. */
  readonly hasMoreTasks: boolean;
  /** The oldest open executions, and the number of all. */
  readonly executions: readonly string[];
  readonly total: number;
  readonly odd: readonly OddRecord[];
}

export interface IndexedSource {
  readonly send: Send;
  /** The connection's id. */
  readonly connection: string;
  readonly capabilities: Capabilities;
}

// The types that may wait for someone outside. The index has no WAIT tasks before they end.
const taskQuery =
  'taskType IN (HUMAN,YIELD,PULL_WORKFLOW_MESSAGES,WAIT_FOR_WEBHOOK,EVENT,HTTP,KAFKA_PUBLISH) AND status IN (IN_PROGRESS)';
const executionQuery = `status IN (${openStatuses.join(',')})`;
const oldestFirst = 'startTime:ASC';
// The server refuses larger pages of executions.
const largestPage = 5_000;

export interface HowMany {
  readonly executions: number;
  readonly tasks: number;
}

/** Asks the search index with two requests. */
export async function oldestOpen(
  source: IndexedSource,
  most: HowMany,
  signal: AbortSignal,
): Promise<OpenWork> {
  const { send } = source;
  const size = Math.min(most.executions, largestPage);
  const search = { start: 0, size, query: executionQuery, freeText: '*' };
  const [tasks, { results, totalHits }] = await Promise.all([
    oldestTasks(source, most, signal),
    send(searchWorkflows(search, 'ASC'), signal),
  ]);
  const executions = recordsIn(results).map(({ workflowId }) => workflowId);
  const odd = oddIn(results);
  const total = (totalHits ?? results.length) - odd.length;
  return { ...tasks, executions, total, odd: [...tasks.odd, ...odd] };
}

type OldestTasks = Pick<OpenWork, 'tasks' | 'holders' | 'hasMoreTasks' | 'odd'>;

async function oldestTasks(
  { send, connection, capabilities }: IndexedSource,
  most: HowMany,
  signal: AbortSignal,
): Promise<OldestTasks> {
  const { version, canCancel } = capabilities;
  const search = { start: 0, query: taskQuery, freeText: '*' };
  // Older servers fail when they search for whole tasks.
  if (version === undefined || !isAtLeast(version, [3, 30, 0])) {
    const request = searchTaskPlaces({ ...search, size: most.executions }, oldestFirst);
    const places = await ifAvailable(() => send(request, signal));
    const holders = places?.executions ?? [];
    return { tasks: undefined, holders, hasMoreTasks: false, odd: [] };
  }
  const request = searchTasks({ ...search, size: most.tasks }, oldestFirst);
  const found = await ifAvailable(() => send(request, signal));
  if (found === undefined) {
    return { tasks: undefined, holders: [], hasMoreTasks: false, odd: [] };
  }
  const tasks = recordsIn(found.results)
    .map((record) => toTask(record, { connection, canCancel, sharesName: false }))
    .filter(({ state }) => state === 'waiting');
  const holders = [...new Set(tasks.map(({ ref }) => ref.execution ?? ''))];
  const hasMoreTasks = found.total > found.results.length;
  return { tasks, holders, hasMoreTasks, odd: oddIn(found.results) };
}
