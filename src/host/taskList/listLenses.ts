import * as vscode from 'vscode';
import { listSummary, summaryLenses } from './listSummary.ts';
import { lensTitle } from '../words/lensTitle.ts';
import type { CommandId } from '../manifest.generated.ts';
import { listScheme } from './listUri.ts';
import type { OpenLists } from './openLists.ts';

const commands: Record<'send' | 'refresh' | 'discard', CommandId> = {
  send: 'workflowTasks.list.send',
  refresh: 'workflowTasks.list.refresh',
  discard: 'workflowTasks.list.discard',
};

/** Shows the number of changes and the actions above a list's first line. */
export function registerListLenses(open: OpenLists): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.CodeLensProvider = {
    onDidChangeCodeLenses: changed.event,
    provideCodeLenses: async (document) => {
      if ((await open.load(document)) === undefined) return [];
      const start = new vscode.Range(0, 0, 0, 0);
      return summaryLenses(listSummary(open.linesOf(document))).map(({ title, action }) => {
        const command = action === undefined ? '' : commandOf(action);
        return new vscode.CodeLens(start, {
          title: lensTitle(title),
          command,
          arguments: [document.uri],
        });
      });
    },
  };
  return vscode.Disposable.from(
    vscode.languages.registerCodeLensProvider({ scheme: listScheme }, provider),
    { dispose: open.onDidChange(() => changed.fire()) },
    changed,
  );
}

function commandOf(action: keyof typeof commands | 'problems'): string {
  return action === 'problems' ? 'workbench.actions.view.problems' : commands[action];
}
