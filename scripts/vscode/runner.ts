#!/usr/bin/env node
/**
 * Runs the npm build of VS Code with the command line of the desktop build, so that
 * @vscode/test-electron drives both builds alike. It knows the options of test runs:
 * --extensionDevelopmentPath, --extensionTestsPath, --user-data-dir, --extensions-dir and a folder.
 * WORKFLOW_TASKS_VSCODE_RELEASE names the release. The process exits with the suite's code.
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../launchBrowser.ts';
import { ensureNpmBuild } from './npmBuild.ts';
import { newest, toRelease } from './releases.ts';
import { startServer } from './server.ts';
import { workbenchUrl } from './workbenchUrl.ts';

const deadlineMs = 10 * 60_000;

const { values, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: {
    extensionDevelopmentPath: { type: 'string' },
    extensionTestsPath: { type: 'string' },
    'user-data-dir': { type: 'string' },
    'extensions-dir': { type: 'string' },
  },
});
const given = (name: string) => {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
};
const userDataDir = given('user-data-dir') ?? mkdtempSync(join(tmpdir(), 'vscode-'));

const release = toRelease(process.env['WORKFLOW_TASKS_VSCODE_RELEASE'] ?? newest);
const server = await startServer(await ensureNpmBuild(release), {
  userDataDir,
  extensionsDir: given('extensions-dir') ?? join(userDataDir, 'extensions'),
  isDevelopment: true,
});
const browser = await launchBrowser();
try {
  const page = await browser.newPage();
  process.exitCode = await runSuite(page);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error(server.log());
  process.exitCode = 1;
} finally {
  await browser.close();
  await server.stop();
}

/** Resolves with the suite's exit code. */
async function runSuite(page: Page): Promise<number> {
  const exit = new Promise<number>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`The suite did not end in ${deadlineMs / 60_000} minutes.`)),
      deadlineMs,
    );
    void page.exposeFunction('codeAutomationExit', (code: number) => {
      clearTimeout(timer);
      resolve(code);
    });
    page.once('crash', () => reject(new Error('The browser page crashed.')));
  });
  await page.exposeFunction('codeAutomationLog', (type: string, args: readonly unknown[]) => {
    // The workbench logs here too; the suite writes its results to a file.
    if (process.env['WORKFLOW_TASKS_VERBOSE']) console.log(`[${type}]`, ...args);
  });
  const folder = positionals.find((argument) => !argument.startsWith('-'));
  const extensionPath = given('extensionDevelopmentPath');
  const testsPath = given('extensionTestsPath');
  await page.goto(
    workbenchUrl(
      server.origin,
      folder,
      extensionPath === undefined
        ? undefined
        : { extensionPath, ...(testsPath === undefined ? {} : { testsPath }) },
    ),
  );
  return await exit;
}
