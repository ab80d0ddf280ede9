import * as vscode from 'vscode';
import { countText } from '../../app/bulk/countText.ts';
import { isEdited } from '../../app/taskList/readList.ts';
import type { ListParts } from './listParts.ts';
import { listIdOf } from './listUri.ts';

/** Deletes a list. A list with changes needs a confirmation. */
export async function discardList(parts: ListParts, document: vscode.TextDocument): Promise<void> {
  const id = listIdOf(document.uri);
  if (id === undefined) return;
  await parts.open.load(document);
  const written = parts.open.linesOf(document).filter(isEdited).length;
  if (written > 0) {
    const answer = await vscode.window.showWarningMessage(
      'Discard this list?',
      {
        modal: true,
        detail: `What you wrote in ${countText(written, 'line')} will be lost. Nothing is sent.`,
      },
      'Discard List',
    );
    if (answer === undefined) return;
  }
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await parts.lists.remove(id);
  parts.memory.forget(id);
}
