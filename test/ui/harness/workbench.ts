import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../../../scripts/launchBrowser.ts';
import { ensureNpmBuild } from '../../../scripts/vscode/npmBuild.ts';
import { writeSettings } from '../../../scripts/vscode/profile.ts';
import { newest } from '../../../scripts/vscode/releases.ts';
import { startServer } from '../../../scripts/vscode/server.ts';
import { workbenchUrl } from '../../../scripts/vscode/workbenchUrl.ts';
import { killExtensionHost, killServer } from './extensionHost.ts';
import { themeSettings } from './themes.ts';

/** A fresh VS Code 1.139 with the packaged extension, in a browser of its own. */
export interface Workbench {
  readonly page: Page;
  /** How many clicks and keys so far; typing and hovering do not count. */
  readonly actions: { count: number };
  /** The profile's folder, with User/settings.json and the extension's storage. */
  readonly userDataDir: string;
  /** The folder that is open. */
  readonly workspace: string;
  readonly serverPid: number;
  /** Throws the window away and opens it anew: what was not written yet is lost, as in a crash. */
  crash(): Promise<void>;
  /** Kills the process that runs the extension and waits until VS Code has started another one. */
  killExtensionHost(): Promise<void>;
  close(): Promise<void>;
}

export interface WorkbenchOptions {
  /** User settings beyond the quiet ones. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Settings of the folder that is open. */
  readonly ofFolder?: Readonly<Record<string, unknown>>;
  readonly keys?: readonly Key[];
}

/** A key of a person's own for a command. */
export interface Key {
  readonly key: string;
  readonly command: string;
}

const viewport = { width: 1180, height: 900 };

export async function openWorkbench(options: WorkbenchOptions = {}): Promise<Workbench> {
  const folder = mkdtempSync(join(tmpdir(), 'wt-ui-'));
  const userDataDir = join(folder, 'user');
  const extensionsDir = join(folder, 'extensions');
  const workspace = join(folder, 'orders');
  mkdirSync(workspace);
  if (options.ofFolder) {
    mkdirSync(join(workspace, '.vscode'));
    writeFileSync(join(workspace, '.vscode/settings.json'), JSON.stringify(options.ofFolder));
  }
  cpSync(installedExtensions(), extensionsDir, { recursive: true });
  // Tooltips come and go with the mouse: pictures are taken without them.
  const steady = { ...themeSettings, 'workbench.hover.delay': 60_000 };
  writeSettings(userDataDir, { ...steady, ...options.settings });
  writeFileSync(join(userDataDir, 'User/keybindings.json'), JSON.stringify(options.keys ?? []));

  const server = await startServer(await ensureNpmBuild(newest), { userDataDir, extensionsDir });
  const browser = await launchBrowser();
  const context = await browser.newContext({ viewport });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await context.newPage();
  const load = async () => {
    await page.goto(workbenchUrl(server.origin, workspace));
    await page.locator('.activitybar [aria-label^="Workflow Tasks"]').first().waitFor();
  };
  await load();
  return {
    page,
    actions: { count: 0 },
    userDataDir,
    workspace,
    serverPid: server.pid,
    crash: load,
    killExtensionHost: () => killExtensionHost(server.pid),
    close: async () => {
      await browser.close();
      killServer(server.pid);
      await server.stop();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** The folder where the packaged extension was installed; scripts/testUi.ts prepares it. */
function installedExtensions(): string {
  const folder = process.env['WORKFLOW_TASKS_EXTENSIONS'];
  if (!folder) throw new Error('Start the UI tests with "npm run test:ui".');
  return folder;
}
