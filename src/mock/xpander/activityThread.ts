import { isoTime } from './isoTime.ts';
import type { TaskRun, Wire } from './model.ts';
import { inputText } from './nodeAfter.ts';

/** The activity log of a task (AgentActivityThread): question, steps and answer. */
export function activityThread(task: TaskRun): Wire {
  return { id: task.id, created_at: isoTime(task.createdAt), messages: said(task), user: null };
}

function said(task: TaskRun): readonly Wire[] {
  const question = message(task, 'user', inputText(task), task.createdAt);
  const tools = (task.more['used_tools'] as readonly string[]).map((name, index) => ({
    id: `${task.id}-tool-${index}`,
    created_at: isoTime(task.startedAt ?? task.createdAt),
    tool_name: name,
    payload: {},
    is_error: false,
    reasoning: null,
    result: null,
  }));
  const answer = task.result === null ? [] : [message(task, 'agent', task.result, task.updatedAt)];
  return [question, ...task.messages, ...tools, ...answer];
}

function message(task: TaskRun, role: 'user' | 'agent', text: string, at: number): Wire {
  return {
    id: `${task.id}-${role}`,
    created_at: isoTime(at),
    role,
    content: { text, files: [] },
  };
}

/** The same log in the shape of the platform's API: plain roles, and times in whole seconds. */
export function platformThread(task: TaskRun): readonly Wire[] {
  const line = (role: string, content: string, at: number): Wire => ({
    id: `${task.id}-${role}`,
    role,
    content,
    tool_calls: null,
    metrics: { input_tokens: 0, output_tokens: 0, total_tokens: 0 },
    created_at: Math.floor(at / 1000),
  });
  const answer = task.result === null ? [] : [line('assistant', task.result, task.updatedAt)];
  return [line('user', inputText(task), task.createdAt), ...answer];
}
