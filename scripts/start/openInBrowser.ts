import { ensureNpmBuild } from '../vscode/npmBuild.ts';
import { newest } from '../vscode/releases.ts';
import { installExtension, startServer } from '../vscode/server.ts';
import { workbenchUrl } from '../vscode/workbenchUrl.ts';
import { packVsix } from '../vsix.ts';
import type { Profile } from './openOnDesktop.ts';

interface Opened {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves VS Code with the packaged extension and `demoStarter`, another package, installed. An
 * extension in development would need the test driver, which shows no dialogs.
 */
export async function openInBrowser(
  profile: Profile,
  demoStarter: string,
  port: number,
): Promise<Opened> {
  const build = await ensureNpmBuild(newest);
  const { path } = await packVsix();
  for (const vsix of [path, demoStarter]) await installExtension(build, vsix, profile);
  const server = await startServer(build, { ...profile, port });
  return { url: workbenchUrl(server.origin, profile.workspace), close: () => server.stop() };
}
