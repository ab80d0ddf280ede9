import * as vscode from 'vscode';
import type { Draft } from '../../app/drafts/drafts.ts';
import type { Task, TaskRef } from '../../domain/task.ts';
import { runCommand } from '../ui/runCommand.ts';
import { isDemo } from '../demo.ts';
import type { LoadOnDemand } from '../onDemand.ts';
import type { Services } from '../services.ts';
import type { TaskActions } from '../tasks/taskActions.ts';
import type { Links } from './createLinks.ts';

interface LinkCommandsDeps {
  readonly extensionId: string;
  readonly onDemand: LoadOnDemand;
  readonly actions: TaskActions;
  reveal(ref: TaskRef): Promise<boolean>;
  pickTask(title: string): Promise<Task | undefined>;
  /** The draft of a row or a document, or one that was picked. */
  givenDraft(argument: unknown, title: string): Promise<Draft | undefined>;
}

/** Copying links, and opening those that VS Code is called with. */
export interface LinkCommands extends vscode.Disposable {
  copyTask(given: Task | undefined): Promise<void>;
  copyUpdate(argument: unknown): Promise<void>;
}

export function registerLinks(services: Services, deps: LinkCommandsDeps): LinkCommands {
  const { connections, drafts, store, log } = services;
  const links = async (): Promise<Links> => {
    const { createLinks } = await deps.onDemand();
    return createLinks({
      ...deps,
      connections,
      drafts,
      isDemo,
      readTask: store.task,
      base: `${vscode.env.uriScheme}://${deps.extensionId}`,
    });
  };
  const registration = vscode.window.registerUriHandler({
    handleUri: ({ path, query }) =>
      runCommand('link', async () => (await links()).open(path, query), log),
  });
  return {
    copyTask: async (given) => {
      const task = given ?? (await deps.pickTask('Copy Link to Task'));
      if (task !== undefined) await (await links()).copyTask(task.ref, task.name);
    },
    copyUpdate: async (argument) => {
      const draft = await deps.givenDraft(argument, 'Copy Link to Update');
      if (draft !== undefined) await (await links()).copyUpdate(draft);
    },
    dispose: () => registration.dispose(),
  };
}
