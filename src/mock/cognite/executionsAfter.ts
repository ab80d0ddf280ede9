import type { Machine } from './machine.ts';
import type { ExecutionSummary } from './model.ts';

type Matches = (execution: ExecutionSummary) => boolean;

/**
 * Matching executions in the server's order, starting after the one with this id. Undefined where
 * that execution does not exist. Lazy: examines only as many as the caller takes.
 */
export function executionsAfter(
  machine: Machine,
  matches: Matches,
  afterId: string | undefined,
): Iterable<ExecutionSummary> | undefined {
  const order = createOrder(machine);
  const start = afterId === undefined ? 0 : order.positionOf(afterId) + 1;
  return afterId !== undefined && start === 0 ? undefined : walk(order, start, matches);
}

interface Order {
  readonly length: number;
  at(position: number): ExecutionSummary | undefined;
  /** -1 where there is none. */
  positionOf(id: string): number;
}

function* walk(order: Order, start: number, matches: Matches): Iterable<ExecutionSummary> {
  for (let position = start; position < order.length; position++) {
    const execution = order.at(position);
    if (execution !== undefined && matches(execution)) yield execution;
  }
}

/**
 * Generated executions are older than all others. Positions count from the oldest or, reversed,
 * from the newest.
 */
function createOrder({ store, settings }: Machine): Order {
  const { generated, executions } = store;
  const count = generated?.count ?? 0;
  const own = [...executions.values()].filter((one) => generated?.indexOf(one.id) === undefined);
  const length = count + own.length;
  const isBackwards = settings().order === 'newestFirst';
  const turn = (position: number) => (isBackwards ? length - 1 - position : position);
  return {
    length,
    at(position) {
      const age = turn(position);
      if (age >= count) return own[age - count];
      const summary = generated?.summary(age);
      return summary === undefined ? undefined : (executions.get(summary.id) ?? summary);
    },
    positionOf(id) {
      const index = generated?.indexOf(id);
      if (index !== undefined) return turn(index);
      const found = own.findIndex((one) => one.id === id);
      return found < 0 ? -1 : turn(count + found);
    },
  };
}
