import type { Task } from '../../domain/task.ts';
import type { Composition } from './composition.ts';
import { fieldsSummary } from './fieldChoices.ts';
import type { Choice } from '../ui/listPick.ts';
import { statusChoices, statusIcon } from '../words/statusChoices.ts';

/** The result of picking a line at the status step. */
export type StatusAction =
  | { readonly kind: 'set'; readonly status: string }
  | { readonly kind: 'keep' }
  | { readonly kind: 'fields' };

/**
 * The lines of the status step: the statuses with their effects, keeping the present status where
 * the engine needs none, the engine's own fields, and the unavailable statuses with the reasons.
 */
export function statusRows(task: Task, composition: Composition): readonly Choice<StatusAction>[] {
  const { options, status } = task;
  const { legal, unavailable } = statusChoices(options);
  const keeps = options.canKeepStatus === true && options.unavailable === undefined;
  // Keeping the status has the same effect as setting it again, even if it changes meanwhile.
  const settable = legal.filter((option) => !keeps || option.status !== status);
  return [
    ...settable.map((option) => ({
      label: option.status,
      icon: statusIcon(option),
      detail: option.effect,
      value: { kind: 'set', status: option.status } as const,
      section: 'Set the status to',
    })),
    ...(keeps ? [keepRow(status)] : []),
    ...(options.fields.length === 0 ? [] : [fieldsRow(task, composition)]),
    ...unavailable.map((option) => ({
      label: option.status,
      icon: 'circle-slash',
      detail: option.unavailable,
      section: 'Not possible',
    })),
  ];
}

/** The line that is active at first: the earlier choice, or Keep when only fields were set. */
export function isActiveRow(action: StatusAction, { status, fields }: Composition): boolean {
  if (action.kind === 'set') return action.status === status;
  const hasFields = Object.keys(fields ?? {}).length > 0;
  return action.kind === 'keep' && status === undefined && hasFields;
}

function keepRow(status: string): Choice<StatusAction> {
  return {
    label: `Keep ${status}`,
    icon: 'pass',
    detail: 'Sends no status: only what else is filled in changes.',
    value: { kind: 'keep' },
    section: 'Or',
  };
}

function fieldsRow(task: Task, composition: Composition): Choice<StatusAction> {
  const count = Object.keys(composition.fields ?? {}).length;
  return {
    label: 'More Fields…',
    icon: 'list-flat',
    ...(count === 0 ? {} : { description: `${count} set` }),
    detail: fieldsSummary(task, composition),
    value: { kind: 'fields' },
    section: 'Or',
  };
}
