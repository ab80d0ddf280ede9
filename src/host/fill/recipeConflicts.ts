import { jsonEquals } from '../../domain/json.ts';
import type { Composition } from '../compose/composition.ts';

/** The parts of an update besides its output, from a draft or a recipe. */
export type Prepared = Pick<Composition, 'status' | 'mode' | 'reason' | 'fields'>;

/**
 * Names the parts of the draft that a recipe would replace. Status and mode do not count: they were
 * only picked.
 */
export function recipeConflicts(standing: Prepared, prepared: Prepared): readonly string[] {
  const isReasonOther =
    hasText(standing.reason) &&
    prepared.reason !== undefined &&
    standing.reason !== prepared.reason;
  const areFieldsOther = Object.entries(prepared.fields ?? {}).some(([key, value]) => {
    const before = standing.fields?.[key];
    return before !== undefined && !jsonEquals(before, value);
  });
  return [...(isReasonOther ? ['reason'] : []), ...(areFieldsOther ? ['field value'] : [])];
}

/** The recipe's parts without those that the draft keeps. */
export function withoutConflicts(standing: Prepared, prepared: Prepared): Prepared {
  const { reason, fields, ...others } = prepared;
  return {
    ...others,
    ...(reason === undefined || hasText(standing.reason) ? {} : { reason }),
    ...(fields === undefined ? {} : { fields: { ...fields, ...standing.fields } }),
  };
}

function hasText(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== '';
}
