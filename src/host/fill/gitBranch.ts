import * as vscode from 'vscode';
import type { Found } from '../../app/recipes/resolve.ts';

/** The part of the API of VS Code's git extension (version 1) that is used here. */
interface GitExtension {
  getAPI(version: 1): {
    readonly repositories: readonly {
      readonly rootUri: vscode.Uri;
      readonly state: { readonly HEAD: { readonly name?: string } | undefined };
    }[];
  };
}

/** The workspace's branch, from VS Code's git extension, else from `.git/HEAD`. */
export async function gitBranch(): Promise<Found> {
  const name = fromExtension() ?? (await fromFile());
  return name === undefined ? { problem: 'No git branch is checked out here.' } : { text: name };
}

function fromExtension(): string | undefined {
  const git = vscode.extensions.getExtension<GitExtension>('vscode.git');
  if (git?.isActive !== true) return undefined;
  try {
    const { repositories } = git.exports.getAPI(1);
    const active = vscode.window.activeTextEditor?.document.uri.path;
    const own = repositories.find(({ rootUri }) => active?.startsWith(`${rootUri.path}/`));
    return (own ?? repositories[0])?.state.HEAD?.name;
  } catch {
    // With Git switched off in the settings, the extension runs without an API.
    return undefined;
  }
}

async function fromFile(): Promise<string | undefined> {
  for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
    try {
      const head = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(uri, '.git', 'HEAD'));
      const [, name] = /^ref: refs\/heads\/(.+)/.exec(new TextDecoder().decode(head)) ?? [];
      if (name !== undefined) return name.trim();
    } catch {
      // There is no repository, or a work tree with its HEAD elsewhere.
    }
  }
  return undefined;
}
