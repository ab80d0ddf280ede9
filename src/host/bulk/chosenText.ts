import { numberText } from '../../app/bulk/countText.ts';
import type { ChosenTasks } from '../trees/commandTargets.ts';

const verbs = { complete: 'completed', fail: 'failed', update: 'updated' } as const;

/** "3 of 5 selected rows are tasks that can be completed"; undefined when all rows are. */
export function chosenText(
  { rows }: ChosenTasks,
  able: number,
  verb: keyof typeof verbs,
): string | undefined {
  if (able === rows) return undefined;
  const are = able === 1 ? 'is a task' : 'are tasks';
  return `${numberText(able)} of ${numberText(rows)} selected rows ${are} that can be ${verbs[verb]}`;
}
