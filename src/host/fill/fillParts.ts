import type * as vscode from 'vscode';
import type { Task } from '../../domain/task.ts';
import type { AppParts } from '../appParts.ts';
import type { OutputDocuments } from '../outputDocument/outputDocuments.ts';

/** What the commands that fill an output use. */
export interface FillParts extends AppParts {
  readonly documents: Pick<OutputDocuments, 'tasks' | 'open'>;
  /** The workspace's memory. */
  readonly memory: vscode.Memento;
  /** The engine kinds that a recipe may name. */
  readonly engineKinds: readonly string[];
  /** The user's settings file, unless it is on another machine. */
  readonly userSettings: vscode.Uri;
  newId(): string;
}

/** What a command was called on: a row's task, a document, a file, or nothing. */
export interface FillGiven {
  readonly task: Task | undefined;
  readonly argument: unknown;
}
