import { homedir } from 'node:os';
import * as vscode from 'vscode';
import { findCandidates } from '../../discovery/findCandidates.ts';
import type { Found } from '../../discovery/candidate.ts';
import type { FoundFile } from '../../discovery/findCandidates.ts';

/** Reads the environment and the files of other tools to find connections. */
export async function readCandidates(): Promise<Found> {
  const home = vscode.Uri.file(homedir());
  const files = await Promise.all([
    conductorCliFiles(home),
    readFile('xpanderCredentials', vscode.Uri.joinPath(home, '.xpander', 'credentials'), home),
    ...toolkitFiles().map((file) => readFile('toolkitEnv', file, home)),
  ]);
  return findCandidates(process.env, files.flat());
}

async function conductorCliFiles(home: vscode.Uri): Promise<readonly FoundFile[]> {
  const folder = vscode.Uri.joinPath(home, '.conductor-cli');
  try {
    const entries = await vscode.workspace.fs.readDirectory(folder);
    const names = entries.map(([name]) => name).filter((name) => /^config.*\.yaml$/.test(name));
    const files = await Promise.all(
      names.map((name) => readFile('conductorCli', vscode.Uri.joinPath(folder, name), home)),
    );
    return files.flat();
  } catch {
    // That tool is not installed.
    return [];
  }
}

// An untrusted workspace must not suggest where to send secrets.
function toolkitFiles(): readonly vscode.Uri[] {
  if (!vscode.workspace.isTrusted) return [];
  return (vscode.workspace.workspaceFolders ?? []).map(({ uri }) =>
    vscode.Uri.joinPath(uri, '.env'),
  );
}

async function readFile(
  kind: FoundFile['kind'],
  file: vscode.Uri,
  home: vscode.Uri,
): Promise<readonly FoundFile[]> {
  try {
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
    const name = vscode.workspace.asRelativePath(file).replace(home.fsPath, '~');
    return [{ kind, name, text }];
  } catch {
    // That tool is not in use.
    return [];
  }
}
