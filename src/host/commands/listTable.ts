import type { CommandId } from '../manifest.generated.ts';
import type { TextUpdates } from '../taskList/textUpdates.ts';
import { givenRows } from '../trees/given.ts';
import type { givenRow, GivenViews } from '../trees/given.ts';
import type { Handler } from '../ui/handler.ts';

type ListCommandId = Extract<CommandId, `workflowTasks.list.${string}`>;

/** Many tasks as one text. */
export function listTable(
  textUpdates: TextUpdates,
  views: GivenViews,
  row: (argument: unknown) => ReturnType<typeof givenRow>,
): Record<ListCommandId, Handler> {
  return {
    'workflowTasks.list.edit': async (argument, selected) => {
      const rows = givenRows(argument, selected, views);
      const one = rows.length > 0 ? undefined : await row(argument);
      return textUpdates.edit(one === undefined ? rows : [one]);
    },
    'workflowTasks.list.editWaiting': textUpdates.editWaiting,
    'workflowTasks.list.send': textUpdates.send,
    'workflowTasks.list.refresh': textUpdates.refresh,
    'workflowTasks.list.discard': textUpdates.discard,
  };
}
