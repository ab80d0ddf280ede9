import type { Submitted } from '../../app/updates/submitRequest.ts';
import type { Task } from '../../domain/task.ts';
import { fromDraft } from '../compose/composition.ts';
import { sendWithReason, statusOfRole } from './sendStatus.ts';
import type { Entrance, UpdateContext } from './updateContext.ts';

/**
 * What ✓ and ✗ do: the status of that role, with the draft where one was written. Undefined when
 * the status cannot be set, which was said then, or when the person left.
 */
export async function sendRole(
  context: UpdateContext,
  role: 'complete' | 'fail',
  task: Task,
  entrance: Entrance,
): Promise<Submitted | undefined> {
  const status = statusOfRole(task, role);
  if (status === undefined) return undefined;
  const draft = fromDraft(await context.drafts.read(task.ref));
  const hasDraft = (draft.text ?? '').trim() !== '';
  return sendWithReason(context, {
    task,
    composition: { ...(hasDraft ? draft : {}), status },
    entrance,
    // The draft is not on show now: they look at it before it goes.
    ...(hasDraft ? { review: true } : {}),
  });
}
