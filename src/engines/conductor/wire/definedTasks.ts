import { isJsonObject } from '../../../domain/json.ts';

/** One task of a workflow definition. Nested lists hold the tasks inside it. */
export interface DefinedTask {
  readonly taskReferenceName: string;
  readonly type: string;
  readonly decisionCases: readonly (readonly DefinedTask[])[];
  readonly forkTasks: readonly (readonly DefinedTask[])[];
  readonly loopOver: readonly DefinedTask[];
}

/** Reads a list of a definition, and skips what is no task. */
export function definedTasks(value: unknown): readonly DefinedTask[] {
  return Array.isArray(value) ? value.flatMap((item: unknown) => definedTask(item)) : [];
}

function definedTask(value: unknown): readonly DefinedTask[] {
  if (!isJsonObject(value)) return [];
  const name = value['taskReferenceName'];
  const type = value['type'];
  if (typeof name !== 'string') return [];
  const cases = isJsonObject(value['decisionCases']) ? Object.values(value['decisionCases']) : [];
  const forks = Array.isArray(value['forkTasks']) ? (value['forkTasks'] as unknown[]) : [];
  return [
    {
      taskReferenceName: name,
      type: typeof type === 'string' ? type : 'SIMPLE',
      decisionCases: [...cases, value['defaultCase']].map((branch) => definedTasks(branch)),
      forkTasks: forks.map((branch) => definedTasks(branch)),
      loopOver: definedTasks(value['loopOver']),
    },
  ];
}
