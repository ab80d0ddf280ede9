import * as vscode from 'vscode';
import type { Found } from '../../app/recipes/resolve.ts';

/** What we use of the API of VS Code's own git extension, version 1. */
interface GitExtension {
  getAPI(version: 1): {
    readonly repositories: readonly {
      readonly rootUri: vscode.Uri;
      readonly state: { readonly HEAD: { readonly name?: string } | undefined };
    }[];
  };
}

/** The branch of the workspace, from VS Code's git extension or else from `.git/HEAD`. */
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
    // Git is switched off in the settings: its extension runs and offers nothing.
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
      // No repository, or a work tree whose HEAD lies elsewhere.
    }
  }
  return undefined;
}
