import type { Draft } from '../../app/drafts/drafts.ts';
import { statusFor } from '../../domain/update.ts';
import type { Task } from '../../domain/task.ts';
import { fromDraft } from '../compose/composition.ts';
import type { Composition } from '../compose/composition.ts';
import { givenDraft } from './draftCommands.ts';
import { givenOutput } from '../documents/outputEditor.ts';
import type { OutputDocuments } from './outputDocuments.ts';
import { promptedStatus } from '../compose/promptedStatus.ts';
import { sendDocument, tellGone } from './sendDocument.ts';
import { sendWithReason } from '../send/sendStatus.ts';
import type { UpdateContext } from '../send/updateContext.ts';

/** Looking at an update before it is sent: that of the document in front, or of a draft. */
export function createReviewCommands(context: UpdateContext, documents: OutputDocuments) {
  const statusOf = reviewedStatus(context);
  return {
    'draft.review': async (argument: unknown): Promise<void> => {
      const open = givenOutput(argument);
      if (open !== undefined) {
        return sendDocument(context, documents, open, { statusOf, review: true });
      }
      const draft = await givenDraft(context, argument, 'Review Update');
      if (draft !== undefined) await reviewDraft(context, documents, draft);
    },
    'review.send': async (): Promise<void> => context.reviewing.send(),
  };
}

async function reviewDraft(
  context: UpdateContext,
  { tasks }: Pick<OutputDocuments, 'tasks'>,
  draft: Draft,
): Promise<void> {
  const task = await tasks.seen(draft.ref);
  if (task === undefined) return tellGone(draft.taskName);
  const composition = await reviewedStatus(context)(task, fromDraft(draft));
  if (composition === undefined) return;
  await sendWithReason(context, { task, composition, entrance: 'document', review: true });
}

/** What was chosen before, else the completion; where neither is, one chooses. */
function reviewedStatus(context: UpdateContext) {
  return async (task: Task, draft: Composition): Promise<Composition | undefined> => {
    const status = draft.status ?? statusFor(task.options, 'complete')?.status;
    return status === undefined ? promptedStatus(context)(task, draft) : { ...draft, status };
  };
}
