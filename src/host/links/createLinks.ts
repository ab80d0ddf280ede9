import type { Connections } from '../../app/connections.ts';
import type { Task, TaskRef } from '../../domain/task.ts';
import type { Draft, Drafts } from '../../app/drafts/drafts.ts';
import type { TaskActions } from '../tasks/taskActions.ts';
import { copyTaskLink, copyUpdateLink } from './copyLink.ts';
import { openLink } from './openLink.ts';

export interface LinksDeps {
  readonly connections: Connections;
  readonly drafts: Drafts;
  readonly actions: TaskActions;
  /** "vscode://publisher.name" */
  readonly base: string;
  isDemo(connection: string): boolean;
  readTask(ref: TaskRef, signal: AbortSignal): Promise<Task | undefined>;
  /** Selects the task's row in the Workflows view; false where the view cannot show it. */
  reveal(ref: TaskRef): Promise<boolean>;
}

export interface Links {
  /** Opens a link as VS Code hands it over. */
  open(path: string, query: string): Promise<void>;
  copyTask(ref: TaskRef, name: string): Promise<void>;
  copyUpdate(draft: Draft): Promise<void>;
}

/** Links to tasks and to updates: made for colleagues, and opened here. */
export function createLinks(deps: LinksDeps): Links {
  return {
    open: (path, query) => openLink(deps, path, query),
    copyTask: (ref, name) => copyTaskLink(deps, ref, name),
    copyUpdate: (draft) => copyUpdateLink(deps, draft),
  };
}
