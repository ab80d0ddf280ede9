import * as vscode from 'vscode';
import type { ListEdit } from '../../app/taskList/listEdit.ts';
import { PlainError } from '../words/plainError.ts';

/** Applies the edits to the open document in one undo step, then saves it. Saving never sends. */
export async function applyListEdits(
  document: vscode.TextDocument,
  edits: readonly ListEdit[],
): Promise<void> {
  if (edits.length > 0) {
    const change = new vscode.WorkspaceEdit();
    change.set(
      document.uri,
      edits.map((edit) => textEdit(document, edit)),
    );
    if (!(await vscode.workspace.applyEdit(change))) {
      throw new PlainError(
        'VS Code did not change the list. The Updates view tells what was sent.',
      );
    }
  }
  await document.save();
}

function textEdit(document: vscode.TextDocument, edit: ListEdit): vscode.TextEdit {
  switch (edit.kind) {
    case 'replace':
      return vscode.TextEdit.replace(document.lineAt(edit.line).range, edit.text);
    case 'remove':
      return vscode.TextEdit.delete(document.lineAt(edit.line).rangeIncludingLineBreak);
    case 'append': {
      const last = document.lineAt(document.lineCount - 1);
      const lines = last.text === '' ? [...edit.lines, ''] : ['', ...edit.lines, ''];
      return vscode.TextEdit.insert(last.range.end, lines.join('\n'));
    }
  }
}
