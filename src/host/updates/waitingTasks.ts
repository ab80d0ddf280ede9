import type { WaitingTasks } from '../../domain/engine.ts';
import type { Store } from '../../app/store.ts';
import type { Execution, ExecutionFilter, ExecutionNode } from '../../domain/execution.ts';
import type { Task } from '../../domain/task.ts';

// Each execution is one request: enough for a picker, and bearable for a server.
const mostExecutions = 20;
const atOnce = 4;

/** The waiting tasks of a connection's newest open executions, oldest task first. */
export async function waitingTasks(
  store: Pick<Store, 'executions' | 'execution'>,
  connection: string,
  filter: ExecutionFilter,
): Promise<WaitingTasks> {
  const listing = await store.executions(connection, filter);
  const open = listing.items.filter((execution) => !execution.terminal);
  const looked = open.slice(0, mostExecutions);
  const found: Task[] = [];
  for (let at = 0; at < looked.length; at += atOnce) {
    const details = await Promise.all(
      looked.slice(at, at + atOnce).map((execution) => readTasks(store, connection, execution)),
    );
    found.push(...details.flat().filter((task) => task.state === 'waiting'));
  }
  return {
    tasks: found.sort((a, b) => (a.scheduledAt ?? 0) - (b.scheduledAt ?? 0)),
    ...(listing.more || open.length > looked.length
      ? { notice: `Looked at the ${looked.length} newest running executions; there are more` }
      : {}),
  };
}

async function readTasks(
  store: Pick<Store, 'execution'>,
  connection: string,
  execution: Execution,
): Promise<readonly Task[]> {
  return tasksOf((await store.execution(connection, execution.id)).nodes);
}

/** All tasks of an execution in their order; earlier attempts are left out, they take no update. */
export function tasksOf(nodes: readonly ExecutionNode[]): readonly Task[] {
  return nodes.flatMap((node) =>
    node.kind === 'group' ? tasksOf(node.children) : [node.task, ...tasksOf(node.children)],
  );
}
