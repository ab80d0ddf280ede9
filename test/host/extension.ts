import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** The extension under test, as VS Code knows it. */
export function extension(): vscode.Extension<unknown> {
  const found = vscode.extensions.getExtension('workflow-tasks.workflow-tasks');
  assert.ok(found, 'VS Code does not know the extension');
  return found;
}
