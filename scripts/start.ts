/**
 * `npm start [-- --port P] [-- --once]` opens VS Code with the extension and starts its demo. It
 * takes VS Code for the desktop if `code` is there, else VS Code in the browser, and runs until
 * Ctrl+C. --once checks that the tree shows the demo of every engine, and ends.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeDemoStarter } from './start/demoStarter.ts';
import { lookForDemo } from './start/lookForDemo.ts';
import { openInBrowser } from './start/openInBrowser.ts';
import { findCode, openOnDesktop } from './start/openOnDesktop.ts';
import { writeSettings } from './vscode/profile.ts';

const { values } = parseArgs({
  options: { once: { type: 'boolean' }, port: { type: 'string' } },
});

const folder = mkdtempSync(join(tmpdir(), 'wt-start-'));
const profile = {
  userDataDir: join(folder, 'user'),
  extensionsDir: join(folder, 'extensions'),
  workspace: join(folder, 'demo'),
};
mkdirSync(profile.workspace);
writeSettings(profile.userDataDir, {});

const stopped = new Promise<void>((resolve) => {
  process.once('SIGINT', resolve);
  process.once('SIGTERM', resolve);
});
const code = values.once ? undefined : findCode();
try {
  const demoStarter = await makeDemoStarter(folder);
  if (code) {
    await openOnDesktop(code, profile, demoStarter.folder, stopped);
  } else {
    const opened = await openInBrowser(profile, demoStarter.vsix, Number(values.port ?? 0));
    console.log(`VS Code with the demo of all three engines: ${opened.url}`);
    if (values.once) console.log(await lookForDemo(opened.url));
    else await stopped;
    await opened.close();
  }
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
