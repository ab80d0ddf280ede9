import * as vscode from 'vscode';

/** Reads a task again, with the progress in the status bar. */
export async function readWithProgress<T>(read: (signal: AbortSignal) => Promise<T>): Promise<T> {
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: 'Reading the task again…' },
    () => read(new AbortController().signal),
  );
}
