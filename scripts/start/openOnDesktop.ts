import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { buildBundle, packedBundles } from '../bundles.ts';
import { root } from '../root.ts';
import { run } from '../run.ts';

export interface Profile {
  readonly userDataDir: string;
  readonly extensionsDir: string;
  /** The folder that the window opens. */
  readonly workspace: string;
}

/** The path of the desktop's `code`, if there is one and it has a screen. */
export function findCode(): string | undefined {
  const isRemote = process.env['VSCODE_IPC_HOOK_CLI'] !== undefined;
  const hasScreen =
    process.platform !== 'linux' ||
    Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
  // In the terminal of a remote window, `code` talks to that window and takes no profile.
  if (isRemote || !hasScreen) return undefined;
  const name = process.platform === 'win32' ? 'code.cmd' : 'code';
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));
}

/**
 * Opens a new window with the extension and `demoStarter`, the folder of another one, in
 * development. Resolves when the window is closed or `stopped` resolves.
 */
export async function openOnDesktop(
  code: string,
  profile: Profile,
  demoStarter: string,
  stopped: Promise<void>,
): Promise<void> {
  for (const name of packedBundles) await buildBundle(name, false);
  console.log('Opening VS Code with the demo of all three engines. Ctrl+C ends it.');
  const closed = run(code, [
    '--new-window',
    '--wait',
    `--extensionDevelopmentPath=${root}`,
    `--extensionDevelopmentPath=${demoStarter}`,
    `--user-data-dir=${profile.userDataDir}`,
    `--extensions-dir=${profile.extensionsDir}`,
    profile.workspace,
  ]);
  await Promise.race([closed, stopped]);
}
