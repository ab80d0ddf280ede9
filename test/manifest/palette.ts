import type { PackageJson } from '../../scripts/manifest/packageJson.ts';

/** Where people meet commands; each of them has to be reachable from the palette as well. */
const menusOfPeople = ['view/item/context', 'view/title', 'editor/title'];

/** Commands that the palette never shows, each with the reason why nothing is missing there. */
export const hiddenFor: Readonly<Record<string, string>> = {
  'workflowTasks.view.loadMore':
    'acts on the row that was clicked; pickers have a page row of their own',
  'workflowTasks.task.noComplete':
    'says why a row does not offer it; pickers say so beside the task',
  'workflowTasks.task.noFail': 'says why a row does not offer it; pickers say so beside the task',
  'workflowTasks.task.noEditOutput':
    'says why a row does not offer it; pickers say so beside the task',
  'workflowTasks.task.noRepeat': 'says why a row does not offer it; pickers say so beside the task',
};

/** The commands of rows and titles. */
export function offeredCommands(
  { contributes }: PackageJson,
  menus: readonly string[] = menusOfPeople,
): readonly string[] {
  const items = menus.flatMap((menu) => contributes.menus[menu] ?? []);
  return [...new Set(items.flatMap(({ command }) => command ?? []))];
}

/** Commands of rows that do their work without one, each with what it is done to then. */
export const rowlessFor: Readonly<Record<string, string>> = {
  'workflowTasks.task.unpin': 'there is one pinned task at most',
  'workflowTasks.view.refresh': 'refreshes all there is',
  'workflowTasks.demo.reset': 'there is one demo',
  'workflowTasks.demo.stop': 'there is one demo',
};
