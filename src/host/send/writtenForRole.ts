import type { Drafts } from '../../app/drafts/drafts.ts';
import type { Task } from '../../domain/task.ts';
import { fromDraft } from '../compose/composition.ts';
import type { Entrance } from './entrance.ts';
import { statusOfRole } from './roleStatus.ts';
import type { Written } from './written.ts';

/**
 * What ✓ and ✗ send: the status of the role, with the draft if there is one. Undefined when the
 * status is unavailable, which the person was told.
 */
export async function writtenForRole(
  drafts: Pick<Drafts, 'read'>,
  role: 'complete' | 'fail',
  task: Task,
  entrance: Entrance,
): Promise<Written | undefined> {
  const status = statusOfRole(task, role);
  if (status === undefined) return undefined;
  const draft = await drafts.read(task.ref);
  const hasText = (draft?.text ?? '').trim() !== '';
  return {
    task,
    composition: { ...(hasText ? fromDraft(draft) : {}), status },
    entrance,
    draft,
    // The person does not see the draft here, so they review it before it is sent.
    review: hasText,
  };
}
