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
  /** The document that the merge writes. */
  readonly output: vscode.Uri;
  /** The title of the diff that is shown when there is no merge editor. */
  readonly title: string;
}

// VS Code has no public command for its merge editor. Its Git extension uses this one.
const mergeEditor = '_open.mergeEditor';

/** Opens VS Code's merge editor; without it, a diff with theirs. */
export async function showMerge({ base, theirs, yours, output, title }: Merge): Promise<void> {
  const commands = await vscode.commands.getCommands();
  if (commands.includes(mergeEditor)) {
    const sides = { base, input1: theirs, input2: yours, output };
    await vscode.commands.executeCommand(mergeEditor, sides);
    return;
  }
  await showDiff(theirs.uri, output, title);
}
