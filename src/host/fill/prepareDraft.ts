import { jsonEquals } from '../../domain/json.ts';
import type { Task } from '../../domain/task.ts';
import { fromDraft } from '../updates/composition.ts';
import type { Composition } from '../updates/composition.ts';
import { keepDraft } from '../updates/keepDraft.ts';
import { listPick } from '../updates/listPick.ts';
import type { FillContext } from './fillContext.ts';

type Prepared = Pick<Composition, 'status' | 'mode' | 'reason' | 'fields'>;

/**
 * Asks before a recipe takes the place of a reason or of fields that stand in the draft. What is
 * kept is left out of the result; undefined when the person left.
 */
export async function settleConflict(
  { drafts }: FillContext,
  task: Task,
  prepared: Prepared,
): Promise<Prepared | undefined> {
  const standing = fromDraft(await drafts.read(task.ref));
  const conflicts = conflictsOf(standing, prepared);
  if (conflicts.length === 0) return prepared;
  const picked = await listPick<'recipe' | 'draft'>({
    title: 'Use Recipe',
    placeholder: `The draft has a ${conflicts.join(' and ')} of its own`,
    canGoBack: false,
    load: async () => ({
      choices: [
        { label: 'Keep the Draft’s', detail: standing.reason ?? '', value: 'draft' },
        { label: 'Take the Recipe’s', detail: prepared.reason ?? '', value: 'recipe' },
      ],
      more: false,
    }),
  });
  if (picked.kind !== 'picked') return undefined;
  if (picked.value === 'recipe') return prepared;
  const { reason, fields, ...others } = prepared;
  return {
    ...others,
    ...(reason === undefined || hasText(standing.reason) ? {} : { reason }),
    ...(fields === undefined ? {} : { fields: { ...fields, ...standing.fields } }),
  };
}

/** Keeps in the task's draft what the document cannot show; its text stays as it was saved. */
export async function prepareDraft(
  context: FillContext,
  task: Task,
  prepared: Prepared,
): Promise<void> {
  if (prepared.fields === undefined) return keepDraft(context, task, prepared);
  const standing = fromDraft(await context.drafts.read(task.ref));
  const fields = { ...standing.fields, ...prepared.fields };
  await keepDraft(context, task, { ...prepared, fields });
}

function conflictsOf(standing: Prepared, prepared: Prepared): readonly string[] {
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

function hasText(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== '';
}
