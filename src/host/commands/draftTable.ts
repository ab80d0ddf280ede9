import type { LinkCommands } from '../links/linkCommands.ts';
import type { CommandId } from '../manifest.generated.ts';
import type { UpdateCommands } from '../updateCommands.ts';
import type { Handler } from '../ui/handler.ts';

/** The commands of drafts and of the documents in which they are written. */
export function draftTable(updates: UpdateCommands, links: Pick<LinkCommands, 'copyUpdate'>) {
  return {
    'workflowTasks.draft.complete': updates['draft.complete'],
    'workflowTasks.draft.fail': updates['draft.fail'],
    'workflowTasks.draft.saveProgress': updates['draft.saveProgress'],
    'workflowTasks.draft.send': updates['draft.send'],
    'workflowTasks.draft.review': updates['draft.review'],
    'workflowTasks.review.send': updates['review.send'],
    'workflowTasks.draft.compare': updates['draft.compare'],
    'workflowTasks.draft.switchMode': updates['draft.switchMode'],
    'workflowTasks.draft.open': updates['draft.open'],
    'workflowTasks.draft.discard': updates['draft.discard'],
    'workflowTasks.draft.copyLink': links.copyUpdate,
  } as const satisfies Partial<Record<CommandId, Handler>>;
}
