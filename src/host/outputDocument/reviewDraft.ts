import type { Draft } from '../../app/drafts/drafts.ts';
import type { Task } from '../../domain/task.ts';
import { statusFor } from '../../domain/taskUpdate.ts';
import type { AppParts } from '../appParts.ts';
import { fromDraft } from '../compose/composition.ts';
import type { Composition } from '../compose/composition.ts';
import { promptedStatus } from '../compose/promptedStatus.ts';
import type { Sender } from '../send/sender.ts';
import type { OutputDocuments } from './outputDocuments.ts';
import { tellGone } from './sendDocument.ts';

/** Shows what a draft would change, and sends it if the person agrees. */
export async function reviewDraft(
  app: AppParts,
  sender: Sender,
  { tasks }: Pick<OutputDocuments, 'tasks'>,
  draft: Draft,
): Promise<void> {
  const task = await tasks.base(draft.ref);
  if (task === undefined) return tellGone(draft.taskName);
  const composition = await reviewedStatus(app)(task, fromDraft(draft));
  if (composition === undefined) return;
  const standing = await app.drafts.read(draft.ref);
  const entrance = 'document';
  await sender.sendWithReason({ task, composition, entrance, draft: standing, review: true });
}

/** The status of the draft, else the completing one. Without either, the person picks one. */
export function reviewedStatus(app: Pick<AppParts, 'drafts' | 'connections' | 'log'>) {
  return async (task: Task, draft: Composition): Promise<Composition | undefined> => {
    const status = draft.status ?? statusFor(task.options, 'complete')?.status;
    return status === undefined ? promptedStatus(app)(task, draft) : { ...draft, status };
  };
}
