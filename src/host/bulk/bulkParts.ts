import type * as vscode from 'vscode';
import type { AppParts } from '../appParts.ts';
import type { Viewers } from '../documents/viewers.ts';
import type { ResultDocuments } from './resultDocuments.ts';

/** What the features for many tasks use. */
export interface BulkParts extends AppParts {
  readonly viewers: Pick<Viewers, 'keepText' | 'replaceText'>;
  readonly memory: vscode.Memento;
  readonly results: ResultDocuments;
}
