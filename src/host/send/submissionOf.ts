import type { Submission } from '../../app/updates/submission.ts';
import type { Submitted } from '../../app/updates/submitRequest.ts';
import type { AppParts } from '../appParts.ts';
import { hasContent, toUpdate } from '../compose/composition.ts';
import { writeDraft } from '../compose/keepDraft.ts';
import { tellInvalid } from './tellInvalid.ts';
import type { Written } from './written.ts';

/** Keeps what was typed as the task's draft, and parses it. Tells the person what is wrong with it. */
export async function submissionOf(
  app: Pick<AppParts, 'drafts' | 'connections'>,
  { task, composition, draft: standing, review = false }: Written,
): Promise<Submission | Extract<Submitted, { kind: 'invalid' }>> {
  const draft = hasContent(composition)
    ? await writeDraft(app, task, composition, standing)
    : standing;
  const composed = toUpdate(task, composition);
  if (composed.kind === 'bad') {
    const problems = [{ message: composed.message }];
    void tellInvalid(app.connections, task, problems);
    return { kind: 'invalid', problems };
  }
  const isLinked = draft?.fromLink === true;
  return { base: task, update: composed.update, draft, review: review || isLinked };
}
