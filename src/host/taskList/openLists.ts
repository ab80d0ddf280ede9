import * as vscode from 'vscode';
import { createChangeEvent } from '../../app/changeEvent.ts';
import type { Listen } from '../../app/ports.ts';
import { readList } from '../../app/taskList/readList.ts';
import type { ReadLine } from '../../app/taskList/readList.ts';
import type { TaskList } from '../../app/taskList/taskList.ts';
import type { AppParts } from '../appParts.ts';
import type { ListMemory } from './listMemory.ts';
import { listIdOf } from './listUri.ts';

/** The lists of open documents, and their parsed lines. */
export interface OpenLists extends vscode.Disposable {
  /** Undefined while the list is being read, or when there is none. */
  listOf(document: vscode.TextDocument): TaskList | undefined;
  /** Waits for the reading. */
  load(document: vscode.TextDocument): Promise<TaskList | undefined>;
  /** The lines with tasks, parsed and checked once per version of the text. */
  linesOf(document: vscode.TextDocument): readonly ReadLine[];
  documents(): readonly vscode.TextDocument[];
  readonly onDidChange: Listen;
}

interface Reading {
  readonly version: number;
  readonly list: TaskList;
  readonly lines: readonly ReadLine[];
}

export function createOpenLists(
  memory: ListMemory,
  { connections }: Pick<AppParts, 'connections'>,
): OpenLists {
  const changes = createChangeEvent();
  const readings = new Map<string, Reading>();

  const listOf = ({ uri }: vscode.TextDocument) => {
    const id = listIdOf(uri);
    return id === undefined ? undefined : memory.get(id);
  };
  // A connection may have become read-only.
  const readAnew = () => {
    readings.clear();
    changes.fire();
  };
  const registrations = vscode.Disposable.from(
    { dispose: memory.onDidChange(changes.fire) },
    { dispose: connections.onDidChange(readAnew) },
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      readings.delete(uri.toString());
      const id = listIdOf(uri);
      if (id !== undefined) memory.forget(id);
    }),
  );
  return {
    listOf,
    load: async ({ uri }) => {
      const id = listIdOf(uri);
      return id === undefined ? undefined : memory.load(id);
    },
    linesOf: (document) => {
      const list = listOf(document);
      if (list === undefined) return [];
      const key = document.uri.toString();
      const { version } = document;
      const before = readings.get(key);
      if (before?.version === version && before.list === list) return before.lines;
      const lines = readList(document.getText(), list, connections.find);
      readings.set(key, { version, list, lines });
      return lines;
    },
    documents: () =>
      vscode.workspace.textDocuments.filter(
        ({ uri, isClosed }) => !isClosed && listIdOf(uri) !== undefined,
      ),
    onDidChange: changes.listen,
    dispose: () => registrations.dispose(),
  };
}
