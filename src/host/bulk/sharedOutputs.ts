import * as vscode from 'vscode';
import { countText } from '../../app/bulk/countText.ts';
import { createRecentMap } from '../../app/recentMap.ts';
import { taskKey } from '../../domain/task.ts';
import type { Task } from '../../domain/task.ts';
import type { CommandId } from '../manifest.generated.ts';
import { fromDraft } from '../compose/composition.ts';
import { createDraftKeeper } from '../compose/draftKeeper.ts';
import { openTaskOutput } from '../documents/openTaskOutput.ts';
import { targetOutput, outputScheme, pathOf } from '../documents/openOutputs.ts';
import { statusPrompt } from '../compose/statusPrompt.ts';
import type { BulkParts } from './bulkParts.ts';
import { taskForAll } from './taskForAll.ts';
import { sendAlike } from './sendAlike.ts';

type Tasks = readonly [Task, ...Task[]];

const mostShared = 50;

/**
 * One output for many tasks: the output document of the first task, with an action that sends it to
 * all. The window keeps the tasks of the last such documents.
 */
export interface SharedOutputs extends vscode.Disposable {
  open(tasks: Tasks): Promise<void>;
  /** Sends the given or active document to all its tasks. */
  send(argument: unknown): Promise<void>;
}

export function createSharedOutputs(parts: BulkParts): SharedOutputs {
  const shared = createRecentMap<Tasks>(mostShared);
  const changed = new vscode.EventEmitter<void>();
  const lenses = vscode.languages.registerCodeLensProvider(
    { scheme: outputScheme },
    {
      onDidChangeCodeLenses: changed.event,
      provideCodeLenses: (document) => {
        const path = pathOf(document.uri);
        const tasks = path === undefined ? undefined : shared.get(taskKey(path.ref));
        if (tasks === undefined) return [];
        const command: CommandId = 'workflowTasks.tasks.sendOutput';
        const title = `Send to All ${countText(tasks.length, 'Task')}…`;
        const start = new vscode.Range(0, 0, 0, 0);
        return [new vscode.CodeLens(start, { title, command, arguments: [document.uri] })];
      },
    },
  );
  return {
    open: async (tasks) => {
      shared.set(taskKey(tasks[0].ref), tasks);
      changed.fire();
      await openTaskOutput(parts.connections, tasks[0]);
    },
    send: async (argument) => {
      const open = targetOutput(argument);
      const tasks = open === undefined ? undefined : shared.get(taskKey(open.path.ref));
      if (open === undefined || tasks === undefined) {
        const hint =
          'Select several tasks and choose Edit Output first: this sends one output to all of them.';
        void vscode.window.showInformationMessage(hint);
        return;
      }
      await sendShared(parts, open.document, tasks);
    },
    dispose: () => vscode.Disposable.from(lenses, changed).dispose(),
  };
}

async function sendShared(
  parts: BulkParts,
  document: vscode.TextDocument,
  tasks: Tasks,
): Promise<void> {
  const [first] = tasks;
  // Save first, so that no text is lost. Saving only keeps a draft.
  if (document.isDirty) await document.save();
  const begun = parts.exactText(document);
  const draft = await parts.drafts.read(first.ref);
  const keeper = createDraftKeeper(parts, first, draft);
  const { text: _saved, ...asked } = fromDraft(draft);
  const all = taskForAll(tasks);
  const { kind, composition } = await statusPrompt({
    task: all,
    composition: asked,
    keep: keeper.keep,
  });
  await keeper.done();
  if (kind !== 'next') return;
  // The person may have typed in the document during the prompts.
  const text = document.isClosed ? begun : parts.exactText(document);
  if (!(await parts.confirmLineEnds(first, text))) return;
  await sendAlike(parts, { tasks, all, composition: { ...composition, text } });
}
