import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { TestSurface } from '../../src/host/testSurface.ts';

/** The extension under test, as VS Code knows it. */
export function extension(): vscode.Extension<TestSurface | undefined> {
  const found = vscode.extensions.getExtension<TestSurface | undefined>(
    'workflow-tasks.workflow-tasks',
  );
  assert.ok(found, 'VS Code does not know the extension');
  return found;
}

/** What only tests see of it. */
export async function testSurface(): Promise<TestSurface> {
  const surface = await extension().activate();
  assert.ok(surface, 'VS Code does not run the extension as a test');
  return surface;
}
