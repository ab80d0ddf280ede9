import type { Task } from '../../domain/task.ts';
import type { StatusOption } from '../../domain/taskUpdate.ts';
import type { Composition } from '../compose/composition.ts';
import { statusChoices, statusIcon, statusVerb } from '../words/statusChoices.ts';

/** The result of picking a line of the pinned task. */
export type PinnedAction =
  | { readonly kind: 'send'; readonly composition: Composition; readonly reason: boolean }
  | { readonly kind: 'editOutput' }
  | { readonly kind: 'open' }
  | { readonly kind: 'unpin' }
  | { readonly kind: 'pickAnother' };

export interface PinnedChoice {
  readonly icon: string;
  readonly label: string;
  readonly detail?: string;
  /** Absent for unavailable actions; `detail` gives the reason. */
  readonly action?: PinnedAction;
}

/** The actions on the pinned task, the most wanted first. */
export function pinnedChoices(task: Task, draft: Composition): readonly PinnedChoice[] {
  const { legal, unavailable } = statusChoices(task.options);
  const hasDraft = (draft.text ?? '').trim() !== '';
  const ordered = [...legal].sort((a, b) => rank(a) - rank(b));
  const another: PinnedChoice = {
    icon: task.terminal ? 'arrow-right' : 'search',
    label: task.terminal ? 'Pin Next Waiting Task…' : 'Pin Another Task…',
    action: { kind: 'pickAnother' },
  };
  return [
    ...(task.terminal ? [another] : []),
    ...ordered.flatMap((option) => sendChoices(task, option, hasDraft ? draft : undefined)),
    ...(task.options.unavailable === undefined
      ? []
      : [{ icon: 'info', label: 'Takes no update', detail: task.options.unavailable }]),
    ...(task.options.output === undefined || task.options.unavailable !== undefined
      ? []
      : [{ icon: 'edit', label: 'Edit Output', action: { kind: 'editOutput' } as const }]),
    { icon: 'json', label: 'Show Task', action: { kind: 'open' } },
    { icon: 'pinned', label: 'Unpin', action: { kind: 'unpin' } },
    ...(task.terminal ? [] : [another]),
    ...(task.options.unavailable === undefined
      ? unavailable.map(({ status, unavailable }) => ({
          icon: 'blocked',
          label: status,
          detail: unavailable,
        }))
      : []),
  ];
}

function sendChoices(
  task: Task,
  option: StatusOption,
  draft: Composition | undefined,
): readonly PinnedChoice[] {
  // Without an output there is nothing to save.
  if (option.role === 'save' && draft === undefined) return [];
  const label = statusVerb(task.options, option.status);
  const choice = (suffix: string, composition: Composition): PinnedChoice => ({
    icon: statusIcon(option),
    label: `${label}${suffix}`,
    detail: option.effect,
    action: { kind: 'send', composition, reason: option.role === 'fail' },
  });
  const plain = choice(draft === undefined ? '' : ' without Output', { status: option.status });
  if (draft === undefined) return [plain];
  const withDraft = choice(' with the Draft', { ...draft, status: option.status });
  return option.role === 'save' ? [withDraft] : [withDraft, plain];
}

function rank(option: StatusOption): number {
  if (option.role === 'complete') return 0;
  if (option.role === 'fail') return 1;
  return option.role === 'save' ? 2 : 3;
}
