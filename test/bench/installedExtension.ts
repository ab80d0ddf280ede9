import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { ensureNpmBuild } from '../../scripts/vscode/npmBuild.ts';
import { writeSettings } from '../../scripts/vscode/profile.ts';
import { newest } from '../../scripts/vscode/releases.ts';
import { installExtension, startServer } from '../../scripts/vscode/server.ts';
import { workbenchUrl } from '../../scripts/vscode/workbenchUrl.ts';
import { until } from '../support/until.ts';
import type { SleepingExtension } from './sleepingExtension.ts';

/** VS Code of a person who has one extension, and no settings of theirs. */
export interface InstalledExtension {
  /**
   * Opens a window with an extension host of its own, wakes the extension and closes the window:
   * how long VS Code says that it took to load the code and to call activate.
   */
  activationMs(browser: Browser): Promise<number>;
  close(): Promise<void>;
}

const tryMs = 4_000;
const showRunning = 'Developer: Show Running Extensions';

/** Installs an extension for a new person, whose files are in `folder`. */
export async function install(
  extension: SleepingExtension,
  folder: string,
): Promise<InstalledExtension> {
  const profile = { userDataDir: join(folder, 'user'), extensionsDir: join(folder, 'extensions') };
  const build = await ensureNpmBuild(newest);
  await installExtension(build, extension.vsix, profile);
  writeSettings(profile.userDataDir, {});
  const server = await startServer(build, profile);
  return {
    activationMs: async (browser) => {
      const context = await browser.newContext();
      try {
        const page = await context.newPage();
        await page.goto(workbenchUrl(server.origin, undefined));
        return await shownActivationMs(page, extension);
      } finally {
        await context.close();
      }
    },
    close: () => server.stop(),
  };
}

async function shownActivationMs(
  page: Page,
  { name, command }: SleepingExtension,
): Promise<number> {
  await page.locator('.statusbar-item').first().waitFor();
  const rows = page.locator('.runtime-extensions-editor .extension');
  // What VS Code itself activates comes first: the extension has the host to itself then.
  await runCommand(page, showRunning);
  await rows.first().waitFor();
  await page.keyboard.press('Escape');
  await rows.first().waitFor({ state: 'hidden' });
  await runCommand(page, command);
  await runCommand(page, showRunning);
  // The list draws the rows that fit, and no others.
  await page.setViewportSize({ width: 1_000, height: 3_000 });
  const time = rows.filter({ hasText: name }).locator('.activation-time', { hasText: /\d+ms/ });
  return Number(/(\d+)ms/.exec((await time.textContent()) ?? '')?.[1]);
}

/** Tries again where the window, still starting, lost a key or opened a palette without the command. */
async function runCommand(page: Page, title: string): Promise<void> {
  const palette = page.locator('.quick-input-widget:visible');
  const row = palette.locator('.monaco-list-row.focused', { hasText: title });
  await until(title, async () => {
    await page.keyboard.press('F1');
    try {
      await palette.waitFor({ timeout: tryMs });
      await palette.locator('.quick-input-filter input').fill(`>${title}`);
      await row.waitFor({ timeout: tryMs });
      return true;
    } catch {
      await page.keyboard.press('Escape');
      return undefined;
    }
  });
  await page.keyboard.press('Enter');
  await palette.waitFor({ state: 'hidden' });
}
