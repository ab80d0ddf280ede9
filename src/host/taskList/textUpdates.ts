import * as vscode from 'vscode';
import { lazy } from '../../app/lazy.ts';
import type { LoadOnDemand } from '../onDemand.ts';
import type { WorkflowNode } from '../trees/workflowNodes.ts';
import type { TextUpdatesDeps } from './createTextUpdates.ts';
import { listScheme } from './listUri.ts';

/** Changing many tasks as one text. */
export interface TextUpdates extends vscode.Disposable {
  /** From rows, or from nothing: then it asks which tasks. */
  edit(rows: readonly WorkflowNode[]): Promise<void>;
  editWaiting(): Promise<void>;
  send(argument: unknown): Promise<void>;
  refresh(argument: unknown): Promise<void>;
  discard(argument: unknown): Promise<void>;
}

/** Serves the documents; all else of them is loaded when one is opened, a window's own included. */
export function registerTextUpdates(onDemand: LoadOnDemand, deps: TextUpdatesDeps): TextUpdates {
  const made = lazy(async () => (await onDemand()).createTextUpdates(deps));
  const whole = made.get;
  const files = async () => (await whole()).files;
  const changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  const follow = ({ uri }: vscode.TextDocument) => {
    if (uri.scheme === listScheme) void whole();
  };
  const provider: vscode.FileSystemProvider = {
    onDidChangeFile: changed.event,
    watch: () => new vscode.Disposable(() => {}),
    stat: async (uri) => (await files()).stat(uri),
    readFile: async (uri) => (await files()).readFile(uri),
    writeFile: async (uri, bytes) => (await files()).writeFile(uri, bytes),
    readDirectory: () => [],
    createDirectory: refuse,
    delete: refuse,
    rename: refuse,
  };
  const registrations = vscode.Disposable.from(
    vscode.workspace.registerFileSystemProvider(listScheme, provider, { isCaseSensitive: true }),
    vscode.workspace.onDidOpenTextDocument(follow),
    changed,
  );
  vscode.workspace.textDocuments.forEach(follow);
  return {
    edit: async (rows) => (await whole()).edit(rows),
    editWaiting: async () => (await whole()).editWaiting(),
    send: async (argument) => (await whole()).send(argument),
    refresh: async (argument) => (await whole()).refresh(argument),
    discard: async (argument) => (await whole()).discard(argument),
    dispose: () => {
      registrations.dispose();
      void made.ifMade(({ dispose }) => dispose());
    },
  };
}

function refuse(uri: vscode.Uri): never {
  throw vscode.FileSystemError.NoPermissions(uri);
}
