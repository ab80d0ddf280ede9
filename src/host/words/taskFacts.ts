import { workflowTitle } from '../../domain/task.ts';
import type { Task } from '../../domain/task.ts';
import { oneLine } from './plainText.ts';
import { agoText, momentText } from './agoText.ts';

/** A line of a tooltip: a label of ours and a value that may be anybody's. */
export type Fact = readonly [label: string, value: string];

/** What is worth knowing of a task at a glance. `now` in epoch milliseconds. */
export function taskFacts(task: Task, now: number): readonly Fact[] {
  const at = (label: string, ms: number | undefined): readonly Fact[] =>
    ms === undefined ? [] : [[label, `${momentText(ms)} (${agoText(ms, now)})`]];
  return [
    ['Status', task.status],
    ['Type', task.type],
    ['Workflow', oneLine(workflowTitle(task))],
    ...(task.ref.execution === undefined ? [] : ([['Execution', task.ref.execution]] as const)),
    ['Task ID', task.ref.task],
    ...at('Scheduled', task.scheduledAt),
    ...at('Started', task.startedAt),
    ...at('Ended', task.endedAt),
    ...(task.worker === undefined ? [] : ([['Worker', oneLine(task.worker)]] as const)),
    ...(task.attempt > 0 ? ([['Attempt', String(task.attempt + 1)]] as const) : []),
    ...(task.reason === undefined ? [] : ([['Reason', oneLine(task.reason)]] as const)),
    ...(task.options.refusal === undefined ? [] : ([['Note', task.options.refusal]] as const)),
  ];
}
