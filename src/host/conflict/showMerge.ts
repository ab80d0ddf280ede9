import * as vscode from 'vscode';
import { showDiff } from '../ui/showDiff.ts';

interface Side {
  readonly uri: vscode.Uri;
  readonly title: string;
  readonly description: string;
}

export interface Merge {
  readonly base: vscode.Uri;
  readonly theirs: Side;
  readonly yours: Side;
  /** The document that is written. */
  readonly output: vscode.Uri;
  /** For the comparison, where there is no merge editor. */
  readonly title: string;
}

// VS Code's merge editor has no public way in; this is the one of its own Git support.
const mergeEditor = '_open.mergeEditor';

/** A merge in VS Code's own editor; beside theirs, where it has none. */
export async function showMerge({ base, theirs, yours, output, title }: Merge): Promise<void> {
  const commands = await vscode.commands.getCommands();
  if (commands.includes(mergeEditor)) {
    const sides = { base, input1: theirs, input2: yours, output };
    await vscode.commands.executeCommand(mergeEditor, sides);
    return;
  }
  await showDiff(theirs.uri, output, title);
}
