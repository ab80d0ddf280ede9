import { jsonEquals } from '../../domain/json.ts';
import type { Composition } from '../compose/composition.ts';

/** What stands beside an output: in a draft, or prepared by a recipe. */
export type Prepared = Pick<Composition, 'status' | 'mode' | 'reason' | 'fields'>;

/** What of the draft a recipe would replace, in words. A status and a mode are only picked. */
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

/** What a recipe prepares where the draft keeps its own. */
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
