import * as vscode from 'vscode';
import type { Task } from '../../domain/task.ts';
import { losesLineEnds } from '../words/lineEnds.ts';
import { linkFree, oneLine } from '../words/plainText.ts';

/** Asks where an edited text has other line ends than the engine's, which an editor cannot keep. */
export async function confirmLineEnds({ name, output }: Task, text: string): Promise<boolean> {
  const isLost = typeof output === 'string' && losesLineEnds(output) && !losesLineEnds(text);
  if (!isLost || !text.includes('\n')) return true;
  const ends = text.includes('\r\n') ? 'CRLF' : 'LF';
  const send = 'Send';
  const picked = await vscode.window.showWarningMessage(
    linkFree(`Send “${oneLine(name, 80)}” with ${ends} at the end of every line?`),
    {
      modal: true,
      detail: 'The engine holds other line ends. VS Code made them alike when the text was edited.',
    },
    send,
  );
  return picked === send;
}
