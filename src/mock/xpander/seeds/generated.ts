import { isTerminal, statuses, type Agent, type TaskRun } from '../model.ts';
import { newTask } from '../newTask.ts';
import type { Generated } from '../store.ts';

// The list of an agent's tasks comes whole: an agent of a big organization has about so many.
const tasksEach = 500;
const second = 1_000;

/** So many tasks, made only when somebody asks for those of their agent. `now` is the newest. */
export function generatedTasks(count: number, now: number): Generated {
  const agents = Math.ceil(count / tasksEach);
  return {
    agents: () => Array.from({ length: agents }, (_, index) => agentNumber(index, now)),
    tasksOf(id) {
      const index = numberIn(id, /^agent-(\d+)$/);
      if (index === undefined || index >= agents) return [];
      const first = index * tasksEach;
      const size = Math.min(tasksEach, count - first);
      return Array.from({ length: size }, (_, at) => taskNumber(first + at, index, now));
    },
    agentOf(task) {
      const index = numberIn(task, /^task-(\d+)$/);
      return index === undefined || index >= count
        ? undefined
        : `agent-${Math.floor(index / tasksEach)}`;
    },
  };
}

function agentNumber(index: number, now: number): Agent {
  return {
    id: `agent-${index}`,
    name: `Agent ${String(index).padStart(5, '0')}`,
    description: null,
    icon: '🤖',
    type: 'regular',
    status: 'ACTIVE',
    instructions: { role: [], goal: [], general: '' },
    version: 1,
    createdAt: now,
    nodes: [],
    graph: [],
    behaviour: { stepMs: second, result: 'Done' },
  };
}

function taskNumber(index: number, agent: number, now: number): TaskRun {
  const at = now - index * second;
  const task = newTask({
    id: `task-${index}`,
    agent: `agent-${agent}`,
    at,
    text: `Input ${index}`,
    title: `Task ${index}`,
  });
  const status = statuses[index % statuses.length] ?? 'pending';
  const isOver = isTerminal(status);
  return {
    ...task,
    status,
    startedAt: status === 'pending' ? null : at,
    pausedAt: status === 'paused' ? at : null,
    finishedAt: isOver ? at : null,
    result: isOver ? `Result ${index}` : null,
  };
}

function numberIn(text: string, pattern: RegExp): number | undefined {
  const digits = pattern.exec(text)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
