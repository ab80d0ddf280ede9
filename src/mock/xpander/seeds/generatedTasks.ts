import { isTerminal, statuses, type Agent, type TaskRun } from '../model.ts';
import { newTask } from '../newTask.ts';
import { textInput } from '../taskInput.ts';
import type { Generated } from '../store.ts';

// The number of agents, for any number of tasks; they take turns.
const agents = 20;
const second = 1_000;

/** `count` tasks, created when they are read. `now` is the creation time of the newest. */
export function generatedTasks(count: number, now: number): Generated {
  const has = (id: string) => (indexOf(id) ?? count) < count;
  const firstOf = (agent?: string) => {
    const first = agent === undefined ? 0 : numberIn(agent, /^agent-(\d+)$/);
    return first === undefined || first >= agents ? count : first;
  };
  const stepOf = (agent?: string) => (agent === undefined ? 1 : agents);
  return {
    agents: () => Array.from({ length: agents }, (_, index) => agentNumber(index, now)),
    *tasks(agent) {
      const step = stepOf(agent);
      for (let index = firstOf(agent); index < count; index += step) yield taskNumber(index, now);
    },
    count: (agent) => Math.max(0, Math.ceil((count - firstOf(agent)) / stepOf(agent))),
    has,
    find: (id) => (has(id) ? taskNumber(indexOf(id) ?? 0, now) : undefined),
  };
}

function agentNumber(index: number, now: number): Agent {
  return {
    id: `agent-${index}`,
    name: `Agent ${String(index).padStart(2, '0')}`,
    description: null,
    icon: '🤖',
    type: 'regular',
    status: 'ACTIVE',
    instructions: { role: [], goal: [], general: '' },
    version: 1,
    framework: 'agno',
    createdAt: now,
    nodes: [],
    graph: [],
    behaviour: { stepMs: second, result: 'Done' },
  };
}

function taskNumber(index: number, now: number): TaskRun {
  const at = now - index * second;
  const task = newTask({
    id: `task-${index}`,
    agent: `agent-${index % agents}`,
    at,
    input: textInput(`Input ${index}`),
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

function indexOf(task: string): number | undefined {
  return numberIn(task, /^task-(0|[1-9]\d{0,9})$/);
}

function numberIn(text: string, pattern: RegExp): number | undefined {
  const digits = pattern.exec(text)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
