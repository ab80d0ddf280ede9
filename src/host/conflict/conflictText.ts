import type { Task } from '../../domain/task.ts';
import { oneLine } from '../words/plainText.ts';
import { outputWord } from '../words/statusChoices.ts';

const named = 3;

/** Why nothing was sent, and what to decide. `disputed` names the keys that both sides changed. */
export function conflictText(
  { name, options }: Pick<Task, 'name' | 'options'>,
  disputed: readonly string[] | undefined,
): string {
  const word = outputWord(options).toLowerCase();
  const lead = `Nothing was sent to ${oneLine(name, 60)}: its ${word} changed since you looked.`;
  if (disputed === undefined) return `${lead} Merge the two texts, then send.`;
  if (disputed.length === 0) return `${lead} Their changes are added to yours: look, then send.`;
  const names = disputed.slice(0, named).map((key) => oneLine(key, 40));
  const rest = disputed.length - names.length;
  const all = `${names.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
  return `${lead} Both of you changed ${all}: yours stands unless you take theirs.`;
}
