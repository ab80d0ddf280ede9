import * as vscode from 'vscode';
import { parseOutput } from '../../app/output/parseOutput.ts';
import type { Drafts } from '../../app/drafts/drafts.ts';
import type { CommandId } from '../manifest.generated.ts';
import { fromDraft } from '../compose/composition.ts';
import { documentLenses } from './documentLenses.ts';
import type { DocumentTask } from '../documents/documentTask.ts';
import type { Lens } from './documentLenses.ts';
import { lensTitle } from '../words/lensTitle.ts';
import { outputScheme, pathOf } from '../documents/openOutputs.ts';
import type { OutputTasks } from './outputTasks.ts';

const commands: Record<NonNullable<Lens['action']>, CommandId> = {
  complete: 'workflowTasks.draft.complete',
  fail: 'workflowTasks.draft.fail',
  saveProgress: 'workflowTasks.draft.saveProgress',
  compare: 'workflowTasks.draft.compare',
  switchMode: 'workflowTasks.draft.switchMode',
  send: 'workflowTasks.draft.send',
};

/** Shows the actions of an output document above its first line. */
export function registerOutputLenses(drafts: Drafts, tasks: OutputTasks): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.CodeLensProvider = {
    onDidChangeCodeLenses: changed.event,
    provideCodeLenses: async (document) => {
      const path = pathOf(document.uri);
      if (path === undefined) return [];
      const state = tasks.latest(path.ref);
      const draft = fromDraft(await drafts.read(path.ref));
      const lenses = documentLenses(state, bytesOf(document, state), draft);
      const start = new vscode.Range(0, 0, 0, 0);
      return lenses.map(({ title, action, tooltip }) => {
        const command = action === undefined ? '' : commands[action];
        return new vscode.CodeLens(start, {
          title: lensTitle(title),
          ...(tooltip === undefined ? {} : { tooltip }),
          command,
          arguments: [document.uri],
        });
      });
    },
  };
  return vscode.Disposable.from(
    vscode.languages.registerCodeLensProvider({ scheme: outputScheme }, provider),
    { dispose: tasks.onDidChange(() => changed.fire()) },
    { dispose: drafts.onDidChange(() => changed.fire()) },
    changed,
  );
}

function bytesOf(document: vscode.TextDocument, state: DocumentTask): number | undefined {
  const option = state.kind === 'known' ? state.task.options.output : undefined;
  if (option === undefined) return undefined;
  const parsed = parseOutput(document.getText(), option);
  return parsed.kind === 'ok' ? parsed.bytes : undefined;
}
