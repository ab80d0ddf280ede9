import * as vscode from 'vscode';
import type { Storage } from '../../app/ports.ts';
import { createTaskLists } from '../../app/taskList/taskLists.ts';
import type { CommandId } from '../manifest.generated.ts';
import type { CommandTargets } from '../trees/commandTargets.ts';
import type { Handler } from '../ui/handler.ts';
import { discardList } from './discardList.ts';
import { editAsText, editWaitingAsText } from './editAsText.ts';
import { registerListCompletion } from './listCompletion.ts';
import type { ListParts } from './listParts.ts';
import { registerListDiagnostics } from './listDiagnostics.ts';
import { createListFiles } from './listFiles.ts';
import { registerListHover } from './listHover.ts';
import { registerListLenses } from './listLenses.ts';
import { createListMemory } from './listMemory.ts';
import { listFromArgument } from './listUri.ts';
import { createOpenLists } from './openLists.ts';
import { refreshOpenList } from './refreshOpenList.ts';
import { sendList } from './sendList.ts';

/** The documents that change tasks as text. `sendMany` reviews and sends their updates. */
export function createTaskList(
  from: Omit<ListParts, 'lists' | 'memory' | 'open'>,
  storage: Storage,
  targets: CommandTargets,
) {
  const lists = createTaskLists(storage, from.clock);
  const memory = createListMemory(lists, from.log);
  const open = createOpenLists(memory, from);
  const parts: ListParts = { ...from, lists, memory, open };
  const onDocument =
    (run: (parts: ListParts, document: vscode.TextDocument) => Promise<void>): Handler =>
    async (argument) => {
      const document = listFromArgument(argument);
      if (document !== undefined) return run(parts, document);
      void vscode.window.showInformationMessage('Open a list first: Edit Tasks as Text…');
    };
  const registrations = vscode.Disposable.from(
    registerListDiagnostics(open),
    registerListLenses(open),
    registerListCompletion(open),
    registerListHover(open, from),
    open,
  );
  return {
    files: createListFiles(parts),
    commands: {
      'workflowTasks.list.edit': async (argument, selected) => {
        const rows = targets.rows(argument, selected);
        const one = rows.length > 0 ? undefined : await targets.row(argument);
        return editAsText(parts, one === undefined ? rows : [one]);
      },
      'workflowTasks.list.editWaiting': () => editWaitingAsText(parts),
      'workflowTasks.list.send': onDocument(sendList),
      'workflowTasks.list.refresh': onDocument(refreshOpenList),
      'workflowTasks.list.discard': onDocument(discardList),
    } satisfies Partial<Record<CommandId, Handler>>,
    dispose: () => registrations.dispose(),
  };
}
