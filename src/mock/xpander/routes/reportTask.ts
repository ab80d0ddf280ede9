import { invalid } from '../answerError.ts';
import type { Machine } from '../machine.ts';
import type { TaskRun, Wire } from '../model.ts';
import { setStatus } from '../setStatus.ts';
import { textInput } from '../taskInput.ts';

/** Records a task that ran elsewhere (TaskReportRequest of the SDK). Throws a 404 or 422 answer. */
export function reportTask(machine: Machine, agent: string, body: Wire): TaskRun {
  const { id, input, is_success, result, duration, tokens, used_tools } = body;
  for (const key of ['id', 'input', 'result']) {
    const value = body[key] ?? null;
    if (value === null || typeof value === 'string') continue;
    throw invalid(['body', key], 'Input should be a valid string', 'string_type');
  }
  const task = machine.start({
    agent,
    input: textInput(typeof input === 'string' ? input : ''),
    runsLocally: true,
    more: { tokens: tokens ?? null, used_tools: used_tools ?? [], duration: duration ?? 0 },
    ...(typeof id === 'string' ? { id } : {}),
  });
  task.result = typeof result === 'string' ? result : null;
  setStatus(machine, task, is_success === false ? 'failed' : 'completed');
  return task;
}
