import { type DefinedTask, tasksWithin } from '../wire/definedTask.ts';
import type { DetailsRecord, TaskRecord } from '../wire/records.ts';

/** One task of an execution: its definition together with its executed attempts. */
export interface TaskNode {
  readonly externalId: string;
  /** The external id of the dynamic task or subworkflow that contains it. */
  readonly parent: string | undefined;
  /** Undefined where the definition does not list the task. */
  readonly definition: DefinedTask | undefined;
  /** The definitions on the same level; their dependsOn may name this task. */
  readonly siblings: readonly DefinedTask[];
  /** Oldest first; empty while the task has not started. */
  readonly attempts: readonly TaskRecord[];
  readonly children: readonly TaskNode[];
}

interface Group {
  readonly externalId: string;
  readonly parent: string | undefined;
  readonly attempts: readonly TaskRecord[];
}

/**
 * Joins the flat list of executed tasks with the definition: started tasks in the order of their
 * start, then the others in the definition's order. Keeps every executed task.
 */
export function taskNodes(details: DetailsRecord): readonly TaskNode[] {
  const groups = groupsOf(details);
  const placed = new Set<Group>();

  const build = (parent: string | undefined, siblings: readonly DefinedTask[]): TaskNode[] => {
    const here = groups.filter((group) => group.parent === parent && !placed.has(group));
    for (const group of here) placed.add(group);
    const waiting = siblings.filter((task) => !here.some((g) => g.externalId === task.externalId));
    const started = here.toSorted((a, b) => startOf(a.attempts[0]) - startOf(b.attempts[0]));
    return [
      ...started.map((group) => toNode(group, siblings)),
      ...waiting.map((task) =>
        toNode({ externalId: task.externalId, parent, attempts: [] }, siblings),
      ),
    ];
  };
  const toNode = (group: Group, siblings: readonly DefinedTask[]): TaskNode => {
    const definition = siblings.find((task) => task.externalId === group.externalId);
    const inside = tasksInside(group.attempts, definition);
    // A task that has not started has children in its definition only; nothing below it was
    // executed.
    return { ...group, definition, siblings, children: build(group.externalId, inside) };
  };

  const top = build(undefined, details.definedTasks);
  // Tasks with a circular or unknown parent are shown at the top.
  const lost = groups.filter((group) => !placed.has(group));
  return [
    ...top,
    ...lost.map((group) => ({ ...group, definition: undefined, siblings: [], children: [] })),
  ];
}

/** All nodes of a tree, parents before their children. */
export function flatNodes(nodes: readonly TaskNode[]): readonly TaskNode[] {
  return nodes.flatMap((node) => [node, ...flatNodes(node.children)]);
}

function groupsOf(details: DetailsRecord): readonly Group[] {
  const guess = guessedParents(details);
  const known = new Set([
    ...details.executedTasks.map((task) => task.externalId),
    ...details.definedTasks.map((task) => task.externalId),
  ]);
  const groups = new Map<
    string,
    { externalId: string; parent: string | undefined; attempts: TaskRecord[] }
  >();
  for (const task of details.executedTasks) {
    const named = task.parentTaskExternalId ?? guess.get(task.externalId);
    const parent = named !== undefined && known.has(named) ? named : undefined;
    const key = JSON.stringify([parent, task.externalId]);
    const group = groups.get(key) ?? { externalId: task.externalId, parent, attempts: [] };
    group.attempts.push(task);
    groups.set(key, group);
  }
  return [...groups.values()].map((group) => ({
    ...group,
    attempts: group.attempts.toSorted((a, b) => startOf(a) - startOf(b)),
  }));
}

/**
 * Payloads of 2023 name no parents. In them a task is a child of the task whose input or definition
 * lists it.
 */
function guessedParents(details: DetailsRecord): ReadonlyMap<string, string> {
  const top = new Set(details.definedTasks.map((task) => task.externalId));
  const parents = new Map<string, string>();
  const note = (parent: string, children: readonly DefinedTask[]) => {
    for (const { externalId } of children) {
      if (!top.has(externalId) && externalId !== parent) parents.set(externalId, parent);
    }
  };
  for (const task of details.definedTasks) note(task.externalId, task.tasks);
  for (const task of details.executedTasks) note(task.externalId, tasksInside([task], undefined));
  return parents;
}

function tasksInside(
  attempts: readonly TaskRecord[],
  definition: DefinedTask | undefined,
): readonly DefinedTask[] {
  const input = attempts.at(-1)?.input ?? {};
  const inside = [...tasksWithin(input, 'dynamic'), ...tasksWithin(input, 'subworkflow')];
  return inside.length > 0 ? inside : (definition?.tasks ?? []);
}

/** A scheduled task has no start time yet and comes last. */
function startOf(task: TaskRecord | undefined): number {
  return task?.startTime ?? Number.MAX_SAFE_INTEGER;
}
