import { pathToFileURL } from 'node:url';
import * as vscode from 'vscode';
import { lazy } from '../app/lazy.ts';
import type { EngineKind } from '../domain/connection.ts';
import type { Snippet, SnippetSource } from '../domain/snippet.ts';
import type { createBulk } from './bulk/createBulk.ts';
import type { openConflict } from './conflict/openConflict.ts';
import type { createJournalCommands } from './journal/journalCommands.ts';
import type { createTextUpdates } from './taskList/createTextUpdates.ts';
import type { createConnectionCommands } from './connections/connectionCommands.ts';
import type { createTriage } from './triage/createTriage.ts';
import type { createLinks } from './links/createLinks.ts';
import type { createFillCommands } from './fill/createFillCommands.ts';
import type { createOutputLanguage } from './outputLanguage/outputLanguage.ts';
import type { reviewUpdate } from './review/reviewUpdate.ts';

/**
 * The features of `src/onDemand.ts`, a bundle of its own that is loaded when the first of them is
 * used: an activation pays for none of them. Each is a function that is handed all that it shares
 * with the rest, since what a module keeps for itself exists once in each bundle.
 */
export interface OnDemand {
  readonly createBulk: typeof createBulk;
  readonly createJournalCommands: typeof createJournalCommands;
  readonly createTextUpdates: typeof createTextUpdates;
  readonly createConnectionCommands: typeof createConnectionCommands;
  readonly openConflict: typeof openConflict;
  readonly reviewUpdate: typeof reviewUpdate;
  readonly createLinks: typeof createLinks;
  readonly createTriage: typeof createTriage;
  readonly createFillCommands: typeof createFillCommands;
  readonly createOutputLanguage: typeof createOutputLanguage;
  /** An update as code, for an engine of this kind. */
  readonly snippetsOf: (kind: EngineKind, source: SnippetSource) => readonly Snippet[];
}

export type LoadOnDemand = () => Promise<OnDemand>;

export function createOnDemand(extension: vscode.Uri): LoadOnDemand {
  // What failed once is tried again: an update of the extension may just have moved the file.
  return lazy(async () => {
    const bundle = vscode.Uri.joinPath(extension, 'dist', 'onDemand.cjs').fsPath;
    return (await import(pathToFileURL(bundle).href)) as OnDemand;
  }).get;
}
