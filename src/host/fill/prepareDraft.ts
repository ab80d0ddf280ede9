import type { Task } from '../../domain/task.ts';
import { fromDraft } from '../compose/composition.ts';
import { keepDraft } from '../compose/keepDraft.ts';
import { listPick } from '../ui/listPick.ts';
import type { FillParts } from './fillParts.ts';
import { recipeConflicts, withoutConflicts } from './recipeConflicts.ts';
import type { Prepared } from './recipeConflicts.ts';

/**
 * Asks before a recipe replaces a reason or fields of the draft. The result leaves out what the
 * person keeps; it is undefined when the person left.
 */
export async function settleConflict(
  { drafts }: FillParts,
  task: Task,
  prepared: Prepared,
): Promise<Prepared | undefined> {
  const standing = fromDraft(await drafts.read(task.ref));
  const conflicts = recipeConflicts(standing, prepared);
  if (conflicts.length === 0) return prepared;
  const picked = await listPick<'recipe' | 'draft'>({
    title: 'Use Recipe',
    placeholder: `The draft has a ${conflicts.join(' and ')} of its own`,
    load: async () => ({
      choices: [
        { label: 'Keep the Draft’s', detail: standing.reason ?? '', value: 'draft' },
        { label: 'Take the Recipe’s', detail: prepared.reason ?? '', value: 'recipe' },
      ],
    }),
  });
  if (picked.kind !== 'picked') return undefined;
  if (picked.value === 'recipe') return prepared;
  return withoutConflicts(standing, prepared);
}

/** Keeps in the draft what the document cannot show. The draft's text stays. */
export async function prepareDraft(
  parts: FillParts,
  task: Task,
  prepared: Prepared,
): Promise<void> {
  if (prepared.fields === undefined) return keepDraft(parts, task, prepared);
  const standing = fromDraft(await parts.drafts.read(task.ref));
  const fields = { ...standing.fields, ...prepared.fields };
  await keepDraft(parts, task, { ...prepared, fields });
}
