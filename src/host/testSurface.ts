import * as vscode from 'vscode';
import type { Secrets } from './secrets.ts';

/** What tests inside VS Code reach of the extension, where no command gets them there. */
export interface TestSurface {
  /** No test can type into a password box. */
  readonly secrets: Secrets;
}

/** Nothing for anybody but VS Code's own test runs. */
export function testSurface(
  { extensionMode }: vscode.ExtensionContext,
  surface: TestSurface,
): TestSurface | undefined {
  return extensionMode === vscode.ExtensionMode.Test ? surface : undefined;
}
