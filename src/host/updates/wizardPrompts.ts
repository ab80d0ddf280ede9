import type { Task } from '../../domain/task.ts';
import type { Composition } from './composition.ts';
import { inputPrompt } from './inputPrompt.ts';
import { listPick } from './listPick.ts';
import type { Choice } from './listPick.ts';
import { oneLine } from './plainText.ts';
import { statusChoices, statusIcon } from './statusChoices.ts';

/** How a prompt was left, with everything typed so far. */
export interface Prompted {
  readonly kind: 'next' | 'back' | 'document' | 'cancelled';
  readonly composition: Composition;
}

export interface PromptPlace {
  readonly task: Task;
  readonly composition: Composition;
  readonly canGoBack: boolean;
  readonly position?: { readonly step: number; readonly totalSteps: number };
}

/** Which status; each with what it will cause, and those that cannot be set with the reason. */
export async function statusPrompt(place: PromptPlace): Promise<Prompted> {
  const { task, composition, position } = place;
  const { legal, refused } = statusChoices(task.options);
  const choices: readonly Choice<string>[] = [
    ...legal.map((option) => ({
      label: option.status,
      icon: statusIcon(option),
      detail: option.effect,
      value: option.status,
      section: 'Set the status to',
    })),
    ...refused.map((option) => ({
      label: option.status,
      icon: 'circle-slash',
      detail: option.refusal,
      section: 'Not possible',
    })),
  ];
  const picked = await listPick({
    title: promptTitle(task),
    placeholder: `${task.status} → ?`,
    canGoBack: place.canGoBack,
    ...(position === undefined ? {} : { position }),
    load: async () => ({ choices, more: false }),
    isActive: (status) => status === composition.status,
  });
  if (picked.kind !== 'picked') return { kind: picked.kind, composition };
  return { kind: 'next', composition: { ...composition, status: picked.value } };
}

/** Why the task fails, for people; Enter skips it. */
export async function reasonPrompt(place: PromptPlace): Promise<Prompted> {
  const { task, composition, position } = place;
  const limit = task.options.reasonLimit ?? 0;
  const answer = await inputPrompt({
    title: promptTitle(task),
    prompt: `Reason for ${composition.status ?? task.status}, if there is one to give`,
    value: composition.reason ?? '',
    canGoBack: place.canGoBack,
    ...(position === undefined ? {} : { position }),
    check: (text) =>
      text.length > limit
        ? { message: `${text.length} of ${limit} characters`, severity: 'error' }
        : undefined,
  });
  const { typed } = answer;
  const kind = answer.kind === 'button' ? 'cancelled' : answer.kind;
  // One that was taken out again is kept as empty: left out, it would be found in the draft again.
  const isNone = typed === '' && composition.reason === undefined;
  const next = isNone ? composition : { ...composition, reason: typed };
  return { kind: kind === 'accepted' ? 'next' : kind, composition: next };
}

export function promptTitle(task: Task): string {
  return `Update ${oneLine(task.name, 60)}`;
}
