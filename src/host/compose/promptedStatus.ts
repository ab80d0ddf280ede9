import type { Log } from '../../app/ports.ts';
import type { Task } from '../../domain/task.ts';
import type { Composition } from './composition.ts';
import { createDraftKeeper } from './draftKeeper.ts';
import type { DraftParts } from './keepDraft.ts';
import { statusPrompt } from './statusPrompt.ts';

/** Asks for the status to send a draft with; undefined when the person left. */
export function promptedStatus(app: DraftParts & { readonly log: Pick<Log, 'warn'> }) {
  return async (task: Task, draft: Composition): Promise<Composition | undefined> => {
    const keeper = createDraftKeeper(app, task, await app.drafts.read(task.ref));
    const { text, ...asked } = draft;
    const { kind, composition } = await statusPrompt({
      task,
      composition: asked,
      keep: keeper.keep,
    });
    await keeper.done();
    if (kind !== 'next') return undefined;
    return text === undefined ? composition : { ...composition, text };
  };
}
