import type { ExecutionNode } from '../../../domain/execution.ts';
import type { Task } from '../../../domain/task.ts';
import { type Attempts, groupAttempts } from './attempts.ts';
import { groupBy } from './groupBy.ts';
import { type DefinedTask, definedTasks } from '../wire/definedTasks.ts';

/**
 * Arranges the flat list of tasks as a tree in the definition's order: branches under their fork,
 * iterations under their loop, the chosen branch after its switch. Contains only tasks that the
 * execution reached; tasks that the definition does not list follow at the end.
 */
export function buildTree(
  tasks: readonly Task[],
  definition: readonly DefinedTask[],
): readonly ExecutionNode[] {
  const pool = createPool(groupAttempts(tasks));
  const known = walk(definition, '', pool);
  return [...known, ...pool.rest().map((entry) => node(entry, []))];
}

/** Hands out each task once, so that an odd definition can neither lose nor repeat a task. */
interface Pool {
  take(name: string): readonly Attempts[];
  /** The iterations that a loop over these names has reached. */
  rounds(names: readonly string[], suffix: string): readonly number[];
  rest(): readonly Attempts[];
}

function createPool(entries: readonly Attempts[]): Pool {
  const left = new Map(groupBy(entries, (entry) => entry.task.name));
  return {
    take(name) {
      const found = left.get(name) ?? [];
      left.delete(name);
      return found;
    },
    rounds(names, suffix) {
      const found = new Set<number>();
      for (const taskName of left.keys()) {
        for (const name of names) {
          const prefix = `${name}${suffix}__`;
          if (!taskName.startsWith(prefix)) continue;
          const round = /^\d+/.exec(taskName.slice(prefix.length))?.[0];
          if (round !== undefined) found.add(Number(round));
        }
      }
      return [...found].sort((a, b) => a - b);
    },
    rest: () => [...left.values()].flat(),
  };
}

/** `suffix` is the iteration that the enclosing loops append to reference names: "__2". */
function walk(
  definition: readonly DefinedTask[],
  suffix: string,
  pool: Pool,
): readonly ExecutionNode[] {
  return definition.flatMap((defined) => {
    const found = pool.take(defined.taskReferenceName + suffix);
    const own = found.map((entry) => node(entry, childrenOf(entry.task, defined, suffix, pool)));
    const chosen = defined.decisionCases.flatMap((branch) => walk(branch, suffix, pool));
    return [...own, ...chosen];
  });
}

function childrenOf(
  task: Task,
  defined: DefinedTask,
  suffix: string,
  pool: Pool,
): readonly ExecutionNode[] {
  switch (defined.type) {
    case 'FORK_JOIN':
      return groups(
        defined.forkTasks.map((branch, index) => ({
          key: `branch-${index + 1}`,
          label: `Branch ${index + 1}`,
          children: walk(branch, suffix, pool),
        })),
      );
    case 'FORK_JOIN_DYNAMIC':
      return walk(forkedTasks(task), suffix, pool);
    case 'DO_WHILE':
      return rounds(defined, suffix, pool);
    default:
      return [];
  }
}

/** Open source names the tasks of a nested loop by the inner iteration alone ("inner__1"). */
function rounds(defined: DefinedTask, suffix: string, pool: Pool): readonly ExecutionNode[] {
  const names = namesIn(defined.loopOver);
  return [...new Set([suffix, ''])].flatMap((outer) =>
    groups(
      pool.rounds(names, outer).map((round) => ({
        key: `round${outer}-${round}`,
        label: `Iteration ${round}`,
        children: walk(defined.loopOver, `${outer}__${round}`, pool),
      })),
    ),
  );
}

function namesIn(tasks: readonly DefinedTask[]): readonly string[] {
  return tasks.flatMap((task) => [
    task.taskReferenceName,
    ...namesIn(task.decisionCases.flat()),
    ...namesIn(task.forkTasks.flat()),
  ]);
}

/**
 * The tasks that a dynamic fork started, from the fork's own input. Their definitions stand nowhere
 * else; a name alone has no tasks inside.
 */
function forkedTasks({ input }: Task): readonly DefinedTask[] {
  const names = Array.isArray(input['forkedTasks']) ? (input['forkedTasks'] as unknown[]) : [];
  const defined = definedTasks([
    ...(Array.isArray(input['forkedTaskDefs']) ? (input['forkedTaskDefs'] as unknown[]) : []),
    ...names.map((name) => (typeof name === 'string' ? { taskReferenceName: name } : name)),
  ]);
  const known = new Map(defined.toReversed().map((one) => [one.taskReferenceName, one]));
  return [...known.values()].reverse();
}

interface Group {
  readonly key: string;
  readonly label: string;
  readonly children: readonly ExecutionNode[];
}

function groups(all: readonly Group[]): readonly ExecutionNode[] {
  return all
    .filter((group) => group.children.length > 0)
    .map((group) => ({ kind: 'group', ...group }));
}

function node({ task, attempts }: Attempts, children: readonly ExecutionNode[]): ExecutionNode {
  return { kind: 'task', task, attempts, children };
}
