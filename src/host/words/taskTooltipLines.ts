import { workflowTitle } from '../../domain/task.ts';
import type { Task } from '../../domain/task.ts';
import { oneLine } from './plainText.ts';
import { agoText, momentText } from './agoText.ts';

/** A line of a tooltip. The label is ours; the value may come from a server. */
export type TooltipLine = readonly [label: string, value: string];

/** The tooltip of a task. `now` is in epoch milliseconds. */
export function taskTooltipLines(task: Task, now: number): readonly TooltipLine[] {
  const at = (label: string, ms: number | undefined): readonly TooltipLine[] =>
    ms === undefined ? [] : [[label, `${momentText(ms)} (${agoText(ms, now)})`]];
  return [
    ['Status', task.status],
    ['Type', task.type],
    ['Workflow', oneLine(workflowTitle(task))],
    ...(task.correlationId === undefined
      ? []
      : ([['Correlation ID', oneLine(task.correlationId)]] as const)),
    ...(task.ref.execution === undefined ? [] : ([['Execution', task.ref.execution]] as const)),
    ['Task ID', task.ref.task],
    ...at('Scheduled', task.scheduledAt),
    ...at('Started', task.startedAt),
    ...at('Ended', task.endedAt),
    ...(task.worker === undefined ? [] : ([['Worker', oneLine(task.worker)]] as const)),
    ...(task.attempt > 0 ? ([['Attempt', String(task.attempt + 1)]] as const) : []),
    ...(task.reason === undefined ? [] : ([['Reason', oneLine(task.reason)]] as const)),
    ...(task.options.unavailable === undefined
      ? []
      : ([['Note', task.options.unavailable]] as const)),
  ];
}
