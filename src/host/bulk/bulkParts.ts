import type * as vscode from 'vscode';
import type { Task } from '../../domain/task.ts';
import type { AppParts } from '../appParts.ts';
import type { Viewers } from '../documents/viewers.ts';
import type { ResultDocuments } from './resultDocuments.ts';

/** What the features for many tasks use. */
export interface BulkParts extends AppParts {
  readonly viewers: Pick<Viewers, 'keepText' | 'replaceText'>;
  readonly memory: vscode.Memento;
  readonly results: ResultDocuments;
  /** The text behind what an editor of an output shows: its line ends and byte order mark. */
  exactText(document: vscode.TextDocument): string;
  /** Asks where a text has other line ends than the engine's. */
  confirmLineEnds(task: Task, text: string): Promise<boolean>;
}
