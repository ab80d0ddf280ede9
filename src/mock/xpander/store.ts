import { notFound } from './answerError.ts';
import type { Agent, TaskRun } from './model.ts';
import { lazyList, type LazyList } from './lazyList.ts';

/** Agents, and tasks that are created when they are read: a million of them need no memory. */
export interface Generated {
  readonly agents: () => readonly Agent[];
  /** Newest first: all of them, or those of one agent. */
  readonly tasks: (agent?: string) => Iterable<TaskRun>;
  readonly count: (agent?: string) => number;
  readonly has: (task: string) => boolean;
  /** Creates one task without storing it. */
  readonly find: (task: string) => TaskRun | undefined;
}

/** The server's content, in order of creation. */
export interface Store {
  addAgent(agent: Agent): void;
  addTask(task: TaskRun): void;
  removeTask(id: string): void;
  agents(): readonly Agent[];
  findAgent(id: string): Agent | undefined;
  /** Stores the task if it was generated, so that the caller may change it. */
  findTask(id: string): TaskRun | undefined;
  /** Every stored task, in no order: only these can change by themselves. */
  held(): Iterable<TaskRun>;
  /** Newest first; do not change these tasks. */
  tasks(agent?: string): LazyList<TaskRun>;
}

export function createStore(generated?: Generated): Store {
  const agents = new Map<string, Agent>();
  const tasks = new Map<string, TaskRun>();
  const removed = new Map<string, TaskRun>();
  for (const agent of generated?.agents() ?? []) agents.set(agent.id, agent);

  const isIn = (agent: string | undefined) => (task: TaskRun) =>
    agent === undefined || task.agent === agent;
  const heldOf = (agent: string | undefined) =>
    [...tasks.values()].filter(isIn(agent)).sort((a, b) => b.createdAt - a.createdAt);

  function* newestFirst(agent: string | undefined): Iterable<TaskRun> {
    const held = heldOf(agent);
    let next = 0;
    for (const task of generated?.tasks(agent) ?? []) {
      for (; next < held.length; next++) {
        const other = held[next];
        if (other === undefined || other.createdAt < task.createdAt) break;
        yield other;
      }
      if (!tasks.has(task.id) && !removed.has(task.id)) yield task;
    }
    yield* held.slice(next);
  }

  function count(agent: string | undefined): number {
    if (generated === undefined) return heldOf(agent).length;
    const added = heldOf(agent).filter(({ id }) => !generated.has(id));
    const gone = [...removed.values()].filter(isIn(agent)).filter(({ id }) => generated.has(id));
    return generated.count(agent) + added.length - gone.length;
  }

  function findTask(id: string): TaskRun | undefined {
    const found = tasks.get(id) ?? (removed.has(id) ? undefined : generated?.find(id));
    if (found !== undefined) tasks.set(id, found);
    return found;
  }

  return {
    addAgent: (agent) => void agents.set(agent.id, agent),
    addTask(task) {
      removed.delete(task.id);
      tasks.set(task.id, task);
    },
    removeTask(id) {
      const task = findTask(id);
      if (task !== undefined) removed.set(id, task);
      tasks.delete(id);
    },
    agents: () => [...agents.values()],
    findAgent: (id) => agents.get(id),
    findTask,
    held: () => tasks.values(),
    tasks: (agent) =>
      lazyList(
        () => newestFirst(agent),
        () => count(agent),
      ),
  };
}

/** Throws the answer 404. */
export function requireAgent(store: Store, id: string): Agent {
  const agent = store.findAgent(id);
  if (agent === undefined) throw notFound('Agent');
  return agent;
}

/** Throws the answer 404. */
export function requireTask(store: Store, id: string): TaskRun {
  const task = store.findTask(id);
  if (task === undefined) throw notFound('Task');
  return task;
}
