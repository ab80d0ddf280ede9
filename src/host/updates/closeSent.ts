import type { Submitted } from '../../app/updates/submission.ts';
import { closeOutput, openOutputOf } from './outputEditor.ts';
import type { UpdateContext } from './updateContext.ts';

/** Closes the output document of an update that is proven; a draft that stands keeps it open. */
export async function closeSent(
  { drafts }: Pick<UpdateContext, 'drafts'>,
  submitted: Submitted,
): Promise<void> {
  if (submitted.kind !== 'settled' || submitted.entry.outcome.kind !== 'confirmed') return;
  const { ref } = submitted.entry;
  // What was typed or saved meanwhile is a new draft, and its document stays.
  if ((await drafts.read(ref)) !== undefined) return;
  const document = openOutputOf(ref);
  if (document !== undefined) await closeOutput(document);
}
