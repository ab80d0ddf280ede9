import { countText } from '../../app/bulk/countText.ts';
import { readList, isEdited } from '../../app/taskList/readList.ts';
import type { TaskList } from '../../app/taskList/taskList.ts';
import { workflowChoiceText } from '../pickTask/choiceText.ts';
import { listPick } from '../ui/listPick.ts';
import type { Choice } from '../ui/listPick.ts';
import { pickExecution } from '../pickTask/pickTask.ts';
import { agoText } from '../words/agoText.ts';
import { pickConnection } from '../connections/pickConnection.ts';
import type { ListParts } from './listParts.ts';
import { allWaiting, executionList } from './newList.ts';
import type { NewList } from './newList.ts';

/** A stored list, or a new one. */
export type PickedList =
  | { readonly kind: 'kept'; readonly list: TaskList }
  | { readonly kind: 'new'; readonly list: NewList };

type Action = PickedList | { readonly kind: 'workflow' } | { readonly kind: 'execution' };

const title = 'Edit Tasks as Text';

/** Asks for the tasks. Lists with unsent changes come first. Undefined when the person left. */
export async function pickList(parts: ListParts): Promise<PickedList | undefined> {
  const picked = await listPick<Action>({
    title,
    placeholder: 'Which tasks?',
    load: async () => ({ choices: await choices(parts) }),
    isActive: (action) => action.kind === 'new' && action.list === allWaiting,
  });
  if (picked.kind !== 'picked') return undefined;
  const action = picked.value;
  switch (action.kind) {
    case 'kept':
    case 'new':
      return action;
    case 'workflow':
      return toNew(await pickWorkflow(parts));
    case 'execution': {
      const found = await pickExecution(parts);
      return toNew(
        found === undefined ? undefined : executionList(found.connection, found.execution),
      );
    }
  }
}

function toNew(list: NewList | undefined): PickedList | undefined {
  return list === undefined ? undefined : { kind: 'new', list };
}

async function choices(parts: ListParts): Promise<readonly Choice<Action>[]> {
  const connections = parts.connections.list();
  const section = 'New list';
  const all: Choice<Action> = {
    label: 'All Waiting Tasks',
    icon: 'bell',
    value: { kind: 'new', list: allWaiting },
    section,
  };
  const each = connections.map(({ id, name }): Choice<Action> => ({
    label: `Tasks of ${name}`,
    icon: 'server',
    value: {
      kind: 'new',
      list: { source: { kind: 'connection', connection: id }, title: `Tasks of ${name}` },
    },
    section,
  }));
  const narrower: readonly Choice<Action>[] = [
    { label: 'Tasks of a Workflow…', icon: 'type-hierarchy', value: { kind: 'workflow' }, section },
    { label: 'Tasks of an Execution…', icon: 'run', value: { kind: 'execution' }, section },
  ];
  return [...(await keptChoices(parts)), all, ...each, ...narrower];
}

/** The lists with unsent changes. */
async function keptChoices({
  lists,
  connections,
  clock,
}: ListParts): Promise<readonly Choice<Action>[]> {
  const kept = await Promise.all(
    (await lists.all()).map(async (list): Promise<readonly Choice<Action>[]> => {
      const saved = await lists.readText(list.id);
      if (saved === undefined) return [];
      const count = readList(saved.text, list, connections.find).filter(isEdited).length;
      if (count === 0) return [];
      const words = `${countText(count, 'change')} · ${agoText(saved.savedAt, clock.now())}`;
      return [
        {
          label: list.title,
          icon: 'edit',
          description: words,
          value: { kind: 'kept', list },
          section: 'Go on with',
        },
      ];
    }),
  );
  return kept.flat();
}

async function pickWorkflow({ connections, store }: ListParts): Promise<NewList | undefined> {
  const list = connections.list();
  const connection = list.length === 1 ? list[0] : await pickConnection(list, title);
  if (connection === undefined) return undefined;
  const picked = await listPick<NewList>({
    title,
    placeholder: 'Tasks of which workflow?',
    load: async (more) => {
      const listing = await (more
        ? store.moreWorkflows(connection.id)
        : store.workflows(connection.id));
      const rows = listing.items.map((workflow): Choice<NewList> => ({
        ...workflowChoiceText(workflow),
        value: {
          source: { kind: 'workflow', connection: connection.id, workflow: workflow.id },
          title: `Tasks of ${workflow.name} on ${connection.name}`,
        },
      }));
      return { choices: rows, more: listing.more };
    },
  });
  return picked.kind === 'picked' ? picked.value : undefined;
}
