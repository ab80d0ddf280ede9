import type * as vscode from 'vscode';
import type { Task } from '../../domain/task.ts';
import type { AppParts } from '../appParts.ts';
import type { OutputDocuments } from '../outputDocument/outputDocuments.ts';

/** What the ways to fill an output work with. */
export interface FillParts extends AppParts {
  readonly documents: Pick<OutputDocuments, 'tasks' | 'open'>;
  /** This workspace's own. */
  readonly memory: vscode.Memento;
  /** The kinds of engines that a recipe may name. */
  readonly engineKinds: readonly string[];
  /** Where the person's settings lie, unless they are on another machine. */
  readonly userSettings: vscode.Uri;
  newId(): string;
}

/** What a command was called on: a row's task, a document or a file, or nothing. */
export interface FillGiven {
  readonly task: Task | undefined;
  readonly argument: unknown;
}
