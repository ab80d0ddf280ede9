import { check } from '../../app/updates/check.ts';
import type { Connections } from '../../app/connections.ts';
import type { AppParts } from '../appParts.ts';
import { toUpdate } from '../compose/composition.ts';
import { createDraftKeeper } from '../compose/draftKeeper.ts';
import { keepWritten } from '../compose/keepDraft.ts';
import { reasonPrompt } from '../compose/reasonPrompt.ts';
import { wantsReason } from '../words/statusChoices.ts';
import type { Written } from './written.ts';

/**
 * Asks for a reason where the status needs one. Esc sends nothing and keeps the typed text; it
 * returns undefined. An update that cannot be sent anyway is reported before the person is asked.
 */
export async function withReason(
  app: Pick<AppParts, 'drafts' | 'connections' | 'log'>,
  written: Written,
): Promise<Written | undefined> {
  const { task, composition, draft } = written;
  const isAsked = wantsReason(task.options, composition.status) && canBeSent(app, written);
  if (!isAsked) return written;
  const keeper = createDraftKeeper(app, task, draft);
  const { text, ...asked } = composition;
  const answer = await reasonPrompt({ task, composition: asked, keep: keeper.keep });
  await keeper.done();
  if (answer.kind !== 'next') {
    await keepWritten(app, task, answer.composition);
    return undefined;
  }
  // The person may write in the task's document while the box is open, so read the draft again.
  const standing = await app.drafts.read(task.ref);
  if (text === undefined) return { ...written, composition: answer.composition, draft: standing };
  const newest = text === draft?.text ? (standing?.text ?? text) : text;
  return { ...written, composition: { ...answer.composition, text: newest }, draft: standing };
}

function canBeSent(
  { connections }: { readonly connections: Pick<Connections, 'find'> },
  { task, composition }: Written,
): boolean {
  // A reason that is too long can still be changed in the box.
  const { reason: _asked, ...others } = composition;
  const composed = toUpdate(task, others);
  const connection = connections.find(task.ref.connection);
  if (composed.kind === 'bad' || connection === undefined) return false;
  return check(connection, task, composed.update).length === 0;
}
