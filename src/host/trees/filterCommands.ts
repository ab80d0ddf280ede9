import * as vscode from 'vscode';
import { isFiltered, parseViewFilter, sinceChoices } from '../../app/viewFilter.ts';
import type { ViewFilter } from '../../app/viewFilter.ts';
import type { CommandId } from '../manifest.generated.ts';
import type { Handler } from '../ui/handler.ts';
import { iconFree } from '../words/plainText.ts';
import { setContextKey } from '../ui/setContextKey.ts';

const memoryKey = 'workflows.filter';

interface FilterSurroundings {
  readonly memory: vscode.Memento;
  /** The status words of executions on the connected engines. */
  statuses(): Promise<readonly string[]>;
  onChange(): void;
}

/** The commands of the Workflows view's filter, which the workspace's memory keeps. */
export function createFilterCommands({ memory, statuses: words, onChange }: FilterSurroundings) {
  let filter = parseViewFilter(memory.get(memoryKey));
  setContextKey('workflowTasks.isFiltered', isFiltered(filter));

  async function use(next: ViewFilter): Promise<void> {
    filter = next;
    await memory.update(memoryKey, next);
    setContextKey('workflowTasks.isFiltered', isFiltered(next));
    onChange();
  }

  return {
    current: () => filter,
    commands: {
      'workflowTasks.filter.clear': () => use({}),
      'workflowTasks.filter.set': async () => {
        const next = await askForFilter(await words(), filter);
        if (next !== undefined) await use(next);
      },
    } satisfies Partial<Record<CommandId, Handler>>,
  };
}

async function askForFilter(
  words: readonly string[],
  filter: ViewFilter,
): Promise<ViewFilter | undefined> {
  const statuses = await askForStatuses(words, filter);
  if (statuses === undefined) return undefined;
  const since = await askForSince(filter);
  if (since === undefined) return undefined;
  const text = await vscode.window.showInputBox({
    title: 'Filter executions: text (3 of 3)',
    prompt: 'A text to search for; * stands for any text. Empty for all.',
    value: filter.text ?? '',
  });
  if (text === undefined) return undefined;
  return {
    ...(statuses.length === 0 ? {} : { statuses }),
    ...(since.hours === undefined ? {} : { sinceHours: since.hours }),
    ...(text.trim() === '' ? {} : { text: text.trim() }),
  };
}

async function askForStatuses(
  words: readonly string[],
  filter: ViewFilter,
): Promise<readonly string[] | undefined> {
  const picked = await vscode.window.showQuickPick(
    words.map((status) => ({
      label: iconFree(status),
      picked: filter.statuses?.includes(status) ?? false,
      status,
    })),
    {
      title: 'Filter executions: status (1 of 3)',
      placeHolder: 'Pick none for all',
      canPickMany: true,
    },
  );
  return picked?.map((item) => item.status);
}

async function askForSince(filter: ViewFilter): Promise<{ readonly hours?: number } | undefined> {
  const all: vscode.QuickPickItem & { readonly hours?: number } = { label: 'Any time' };
  const choices = sinceChoices.map(({ hours, label }) => ({
    label: `Started in the ${label}`,
    hours,
    ...(hours === filter.sinceHours ? { description: 'now' } : {}),
  }));
  const picked = await vscode.window.showQuickPick([all, ...choices], {
    title: 'Filter executions: time (2 of 3)',
  });
  if (picked === undefined) return undefined;
  return picked.hours === undefined ? {} : { hours: picked.hours };
}
