import * as vscode from 'vscode';
import { bytesText } from '../../app/output/bytesText.ts';
import { tooLargeText } from '../../app/output/outputProblems.ts';

/** A file's text, or a sentence about why it cannot be read. */
export type FileText = { readonly text: string } | { readonly problem: string };

/**
 * Reads a file as VS Code shows it: with its encoding, and with unsaved text of an open editor. A
 * file above `limitBytes` is not read.
 */
export async function readTextFile(
  uri: vscode.Uri,
  limitBytes: number,
  isOutput: boolean,
): Promise<FileText> {
  const name = vscode.workspace.asRelativePath(uri);
  try {
    const { size, type } = await vscode.workspace.fs.stat(uri);
    if ((type & vscode.FileType.Directory) !== 0) return { problem: `${name} is a folder.` };
    if (size > limitBytes) {
      const problem = isOutput
        ? tooLargeText(size, limitBytes)
        : `${name} has ${bytesText(size)}, and ${bytesText(limitBytes)} at most are read.`;
      return { problem };
    }
    return { text: (await vscode.workspace.openTextDocument(uri)).getText() };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { problem: `${name} cannot be read as text: ${reason}` };
  }
}
