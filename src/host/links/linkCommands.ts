import type { CommandId } from '../manifest.generated.ts';
import { chooseDraft } from '../outputDocument/chooseDraft.ts';
import { pickTask } from '../pickTask/pickTask.ts';
import type { CommandTargets } from '../trees/commandTargets.ts';
import type { Handler } from '../ui/handler.ts';
import { copyTaskLink, copyUpdateLink } from './copyTaskLink.ts';
import type { LinkParts } from './linkParts.ts';

/** The commands that copy links to tasks and updates. */
export function createLinkCommands(parts: LinkParts, { forTask }: Pick<CommandTargets, 'forTask'>) {
  return {
    'workflowTasks.task.copyLink': forTask(async (given) => {
      const task = given ?? (await pickTask(parts, 'Copy Link to Task', () => undefined));
      if (task !== undefined) await copyTaskLink(parts, task.ref, task.name);
    }),
    'workflowTasks.draft.copyLink': async (argument) => {
      const draft = await chooseDraft(parts, argument, 'Copy Link to Update');
      if (draft !== undefined) await copyUpdateLink(parts, draft);
    },
  } satisfies Partial<Record<CommandId, Handler>>;
}
