import { notFound } from './answerError.ts';
import type { Agent, TaskRun } from './model.ts';

/** Agents and tasks that a seed can make at any moment, so that a million of them cost nothing. */
export interface Generated {
  readonly agents: () => readonly Agent[];
  /** The tasks of one of its agents; empty for any other. */
  readonly tasksOf: (agent: string) => readonly TaskRun[];
  /** The agent that a task's id belongs to. */
  readonly agentOf: (task: string) => string | undefined;
}

/** Everything that the server holds, in the order in which it came. */
export interface Store {
  addAgent(agent: Agent): void;
  addTask(task: TaskRun): void;
  removeTask(id: string): void;
  agents(): readonly Agent[];
  findAgent(id: string): Agent | undefined;
  findTask(id: string): TaskRun | undefined;
  /** Every task that may change by itself, in no order. */
  held(): Iterable<TaskRun>;
  /** Newest first. */
  tasks(agent?: string): readonly TaskRun[];
}

export function createStore(generated?: Generated): Store {
  const agents = new Map<string, Agent>();
  const tasks = new Map<string, TaskRun>();
  const removed = new Set<string>();
  const made = new Set<string>();
  for (const agent of generated?.agents() ?? []) agents.set(agent.id, agent);

  // Once somebody asks for tasks of a generated agent, all of them are kept: they may be changed.
  function make(agent: string | undefined): void {
    if (generated === undefined || agent === undefined || made.has(agent)) return;
    made.add(agent);
    for (const task of generated.tasksOf(agent)) {
      if (!removed.has(task.id)) tasks.set(task.id, task);
    }
  }

  return {
    addAgent: (agent) => void agents.set(agent.id, agent),
    addTask: (task) => void tasks.set(task.id, task),
    removeTask(id) {
      removed.add(id);
      tasks.delete(id);
    },
    agents: () => [...agents.values()],
    findAgent: (id) => agents.get(id),
    findTask(id) {
      make(generated?.agentOf(id));
      return tasks.get(id);
    },
    held: () => tasks.values(),
    tasks(agent) {
      if (agent !== undefined) make(agent);
      return [...tasks.values()]
        .filter((task) => agent === undefined || task.agent === agent)
        .sort((a, b) => b.createdAt - a.createdAt);
    },
  };
}

/** Throws the answer 404. */
export function agentOf(store: Store, id: string): Agent {
  const agent = store.findAgent(id);
  if (agent === undefined) throw notFound('Agent');
  return agent;
}

/** Throws the answer 404. */
export function taskOf(store: Store, id: string): TaskRun {
  const task = store.findTask(id);
  if (task === undefined) throw notFound('Task');
  return task;
}
