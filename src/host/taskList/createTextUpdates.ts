import * as vscode from 'vscode';
import type { Storage } from '../../app/ports.ts';
import { createTaskLists } from '../../app/taskList/taskLists.ts';
import type { Bulk } from '../bulk/bulkOnDemand.ts';
import type { Services } from '../services.ts';
import { discardList } from './discardList.ts';
import { editAsText, editWaitingAsText } from './editAsText.ts';
import { registerListCompletion } from './listCompletion.ts';
import type { ListContext } from './listContext.ts';
import { registerListDiagnostics } from './listDiagnostics.ts';
import { createListFiles } from './listFiles.ts';
import { registerListHover } from './listHover.ts';
import { registerListLenses } from './listLenses.ts';
import { createListMemory } from './listMemory.ts';
import { givenList } from './listUri.ts';
import { createOpenLists } from './openLists.ts';
import { refreshOpenList } from './refreshOpenList.ts';
import { sendList } from './sendList.ts';

export interface TextUpdatesDeps {
  readonly services: Services;
  readonly storage: Storage;
  newId(): string;
  /** One review for all, sent and verified; the results of those that were chosen. */
  readonly sendMany: Bulk['sendMany'];
}

/** The documents in which tasks are changed as text; made when the first one is opened. */
export function createTextUpdates({ services, storage, newId, sendMany }: TextUpdatesDeps) {
  const lists = createTaskLists(storage, services.clock);
  const memory = createListMemory(lists, services.log);
  const open = createOpenLists(memory, services);
  const context: ListContext = { ...services, lists, memory, open, newId, sendMany };
  const onDocument =
    (run: (document: vscode.TextDocument) => Promise<void>) =>
    async (argument: unknown): Promise<void> => {
      const document = givenList(argument);
      if (document !== undefined) return run(document);
      void vscode.window.showInformationMessage('Open a list first: Edit Tasks as Text…');
    };
  const registrations = vscode.Disposable.from(
    registerListDiagnostics(open),
    registerListLenses(open),
    registerListCompletion(open),
    registerListHover(open, services),
    open,
  );
  return {
    files: createListFiles(context),
    edit: (rows: Parameters<typeof editAsText>[1]) => editAsText(context, rows),
    editWaiting: () => editWaitingAsText(context),
    send: onDocument((document) => sendList(context, document)),
    refresh: onDocument((document) => refreshOpenList(context, document)),
    discard: onDocument((document) => discardList(context, document)),
    dispose: () => registrations.dispose(),
  };
}
