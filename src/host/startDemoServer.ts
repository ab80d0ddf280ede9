import { pathToFileURL } from 'node:url';
import * as vscode from 'vscode';
import type { MockServer } from './demo.ts';

interface MockBundle {
  startMock(options: { readonly port: number; readonly seed: string }): Promise<MockServer>;
}

/** The mock server has its own bundle, which is loaded when the demo starts. */
export async function startDemoServer(extension: vscode.Uri): Promise<MockServer> {
  const bundle = vscode.Uri.joinPath(extension, 'dist', 'mock.cjs').fsPath;
  const { startMock } = (await import(pathToFileURL(bundle).href)) as MockBundle;
  return startMock({ port: 0, seed: 'demo' });
}
