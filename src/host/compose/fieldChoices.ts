import type { Json } from '../../domain/json.ts';
import type { Task } from '../../domain/task.ts';
import type { FieldOption } from '../../domain/taskUpdate.ts';
import type { Composition } from './composition.ts';
import { fieldText, isComplete } from '../words/fieldText.ts';
import { oneLine } from '../words/plainText.ts';

/** The result of picking a line in the list of fields. */
export type FieldAction =
  | { readonly kind: 'done' }
  | { readonly kind: 'edit'; readonly field: FieldOption }
  | { readonly kind: 'clear' };

export interface FieldChoice {
  readonly label: string;
  readonly icon: string;
  readonly description?: string;
  readonly detail?: string;
  readonly value: FieldAction;
}

/**
 * The lines of a task's fields with their values, then the ways to continue or to clear them all.
 */
export function fieldChoices(task: Task, composition: Composition): readonly FieldChoice[] {
  const isAnySet = Object.keys(composition.fields ?? {}).length > 0;
  const fields = task.options.fields.map((field): FieldChoice => {
    const value = composition.fields?.[field.key];
    return {
      label: field.label,
      icon: iconOf(field, value),
      description: describe(task, field, value),
      detail: field.help,
      value: { kind: 'edit', field },
    };
  });
  const clear: FieldChoice = {
    label: 'Clear All',
    icon: 'clear-all',
    detail: 'Then none of them is sent.',
    value: { kind: 'clear' },
  };
  const done: FieldChoice = {
    label: 'Back to the Status',
    icon: 'arrow-left',
    value: { kind: 'done' },
  };
  return isAnySet
    ? [{ ...done, label: 'Done', icon: 'check' }, ...fields, clear]
    : [...fields, done];
}

/** "Payload extension: {…}; Source: api", or the names of the fields when none is set. */
export function fieldsSummary(task: Task, { fields = {} }: Composition): string {
  const set = task.options.fields.filter(({ key }) => fields[key] !== undefined);
  if (set.length === 0) return task.options.fields.map(({ label }) => label).join(', ');
  return set
    .map((field) => `${field.label}: ${oneLine(fieldText(fields[field.key]), 60)}`)
    .join('; ');
}

/** The composition with a field set or removed. */
export function withField(
  composition: Composition,
  key: string,
  value: Json | undefined,
): Composition {
  const { [key]: _before, ...others } = composition.fields ?? {};
  if (value !== undefined) return { ...composition, fields: { ...others, [key]: value } };
  // A removed field leaves an empty list. Without the list, the draft's old fields would come back.
  return composition.fields === undefined ? composition : { ...composition, fields: others };
}

function iconOf(field: FieldOption, value: Json | undefined): string {
  if (value === undefined) return 'circle-outline';
  return isComplete(field, value) ? 'pass-filled' : 'warning';
}

function describe(task: Task, field: FieldOption, value: Json | undefined): string {
  if (value !== undefined) return oneLine(fieldText(value), 80);
  const held = field.shown === true ? task.engineFields[field.key] : undefined;
  return held === undefined || held === ''
    ? 'not sent'
    : `not sent; now ${oneLine(String(held), 60)}`;
}
