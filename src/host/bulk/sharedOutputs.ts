import * as vscode from 'vscode';
import { countText } from '../../app/bulk/countText.ts';
import { taskKey } from '../../domain/task.ts';
import type { Task } from '../../domain/task.ts';
import type { CommandId } from '../manifest.generated.ts';
import { fromDraft } from '../updates/composition.ts';
import { openTaskOutput } from '../updates/openOutputs.ts';
import { givenOutput, outputScheme, pathOf } from '../updates/outputEditor.ts';
import { statusPrompt } from '../updates/wizardPrompts.ts';
import type { BulkContext } from './bulkContext.ts';
import { taskForAll } from './manyTasks.ts';
import { sendAlike } from './sendAlike.ts';

type Tasks = readonly [Task, ...Task[]];

/**
 * One output for many tasks: the output document of the first, whose draft keeps it, with a way to
 * send it to all. Which tasks share it is known for as long as the window is open.
 */
export interface SharedOutputs extends vscode.Disposable {
  open(tasks: Tasks): Promise<void>;
  /** Sends the document that is given, or in front, to all that share it. */
  send(argument: unknown): Promise<void>;
}

export function createSharedOutputs(context: BulkContext): SharedOutputs {
  const shared = new Map<string, Tasks>();
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
      await openTaskOutput(context.connections, tasks[0]);
    },
    send: async (argument) => {
      const open = givenOutput(argument);
      const tasks = open === undefined ? undefined : shared.get(taskKey(open.path.ref));
      if (open === undefined || tasks === undefined) {
        const hint =
          'Select several tasks and choose Edit Output first: this sends one output to all of them.';
        void vscode.window.showInformationMessage(hint);
        return;
      }
      // Written down before anything can go wrong; a save is a draft, never a send.
      if (open.document.isDirty) await open.document.save();
      const all = taskForAll(tasks);
      const draft = fromDraft(await context.drafts.read(open.path.ref));
      const begun = { ...draft, text: open.document.getText() };
      const { kind, composition } = await statusPrompt({
        task: all,
        composition: begun,
      });
      if (kind === 'next') await sendAlike(context, { tasks, all, composition });
    },
    dispose: () => vscode.Disposable.from(lenses, changed).dispose(),
  };
}
