import type { Task } from '../../domain/task.ts';
import type { Composition } from './composition.ts';
import { createDraftKeeper } from './draftKeeper.ts';
import type { UpdateContext } from '../send/updateContext.ts';
import { statusPrompt } from './wizardPrompts.ts';

/** Asks with which status a draft is sent; undefined where the person left. */
export function promptedStatus(context: UpdateContext) {
  return async (task: Task, draft: Composition): Promise<Composition | undefined> => {
    const keeper = createDraftKeeper(context, task, await context.drafts.read(task.ref));
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
