import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { inRoot } from './root.ts';
import { run } from './run.ts';

/**
 * Finds a browser of the Chromium family: WORKFLOW_TASKS_BROWSER, an installed one, Playwright's
 * download, or Debian's package if this user may install it. Throws one sentence that says how to
 * get a browser.
 */
export async function ensureBrowser(): Promise<string> {
  const browser = installedBrowser() ?? (await downloaded()) ?? (await fromDebian());
  if (browser) return browser;
  throw new Error(
    'No browser was found: install Chrome, Edge or Chromium, or set WORKFLOW_TASKS_BROWSER to one.',
  );
}

const names = [
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
  'microsoft-edge-stable',
];

/** Where installers put Chrome and Edge on macOS and Windows. */
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((folder) => [
    join(process.env[folder] ?? 'C:\\', 'Google/Chrome/Application/chrome.exe'),
    join(process.env[folder] ?? 'C:\\', 'Microsoft/Edge/Application/msedge.exe'),
  ]),
];

function installedBrowser(): string | undefined {
  const named = process.env['WORKFLOW_TASKS_BROWSER'];
  if (named) return named;
  const folders = process.platform === 'linux' ? ['/usr/bin', '/usr/local/bin', '/snap/bin'] : [];
  const programs = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return programs.find(canRun) ?? places.find((path) => existsSync(path));
}

async function downloaded(): Promise<string | undefined> {
  const browser = chromium.executablePath();
  if (canRun(browser)) return browser;
  console.log("Getting Playwright's Chromium…");
  const cli = inRoot('node_modules/playwright-core/cli.js');
  await run(process.execPath, [cli, 'install', 'chromium'], { quiet: true });
  return canRun(browser) ? browser : undefined;
}

/** A downloaded browser may lack libraries; Ubuntu's chromium-browser may only point to a snap. */
function canRun(browser: string): boolean {
  return existsSync(browser) && spawnSync(browser, ['--version']).status === 0;
}

async function fromDebian(): Promise<string | undefined> {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  console.log("Getting Debian's chromium…");
  await run('apt-get', ['update', '-q'], { quiet: true });
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['install', '-qy', '--no-install-recommends', 'chromium'], {
    quiet: true,
    env,
  });
  return existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : undefined;
}
