import type { StatusOption } from '../../domain/taskUpdate.ts';
import type { Task } from '../../domain/task.ts';
import { countText } from '../../app/bulk/countText.ts';

/** A task that stands for all: it offers each status that at least one of them can take. */
export function taskForAll(tasks: readonly [Task, ...Task[]]): Task {
  const [first] = tasks;
  const open = tasks.filter(({ options }) => options.unavailable === undefined);
  const takesOutput = open.find(({ options }) => options.output !== undefined);
  const limits = open.flatMap(({ options }) => options.reasonLimit ?? []);
  const keeps = open.some(({ options }) => options.canKeepStatus === true);
  const { unavailable, output: _output, reasonLimit: _limit, ...options } = first.options;
  const words = [...new Set(tasks.map(({ status }) => status))];
  return {
    ...first,
    name: countText(tasks.length),
    status: words.length === 1 ? first.status : 'Several statuses',
    output: takesOutput?.output,
    options: {
      ...options,
      ...(open.length === 0 && unavailable !== undefined ? { unavailable } : {}),
      statuses: statusesOf(open),
      ...(keeps ? { canKeepStatus: true } : {}),
      ...(takesOutput?.options.output === undefined ? {} : { output: takesOutput.options.output }),
      ...(limits.length === 0 ? {} : { reasonLimit: Math.min(...limits) }),
    },
  };
}

// Engines have different words for a role, so one status stands for each role.
function statusesOf(tasks: readonly Task[]): readonly StatusOption[] {
  const statuses = new Map<string, StatusOption>();
  for (const option of tasks.flatMap(({ options }) => options.statuses)) {
    const known = statuses.get(option.role ?? option.status);
    const isBetter = known?.unavailable !== undefined && option.unavailable === undefined;
    if (known === undefined || isBetter) statuses.set(option.role ?? option.status, option);
  }
  return [...statuses.values()];
}
