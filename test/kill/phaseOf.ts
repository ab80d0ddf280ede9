import { draftFiles, inFlightFiles, journalFiles } from '../host/files.ts';
import type { TypedTask } from './channel.ts';
import type { GateUpdate } from './killGate.ts';

/** How far the update of a task had come when its extension host was killed. */
export type Phase = (typeof phases)[number];

export const phases = [
  'not begun',
  'typed',
  'in the journal',
  'sent',
  'answered',
  'settled',
  'ended',
] as const;

/** The phases of tasks, from what is on disk and what has come to the server. */
export function phasesOf(
  tasks: readonly TypedTask[],
  updates: readonly GateUpdate[],
  ended: ReadonlySet<string>,
): readonly Phase[] {
  const settled = new Set(journalFiles().map(({ ref }) => ref.task));
  const inFlight = new Set(inFlightFiles().map(({ ref }) => ref.task));
  const drafts = new Set(draftFiles().map(({ ref }) => ref.task));
  return tasks.map(({ ref: { task }, taskName }) => {
    const update = updates.find(({ text }) => text.includes(task) || isNamed(text, taskName));
    if (ended.has(task)) return 'ended';
    if (settled.has(task)) return 'settled';
    if (update?.isAnswered === true) return 'answered';
    if (update !== undefined) return 'sent';
    if (inFlight.has(task)) return 'in the journal';
    return drafts.has(task) ? 'typed' : 'not begun';
  });
}

/** Is the update for the task of this reference name? `kill_1_1` is not `kill_1_12`. */
export function isNamed(text: string, name: string): boolean {
  return text.includes(`/${name}/`) || text.includes(`"${name}"`);
}
