/**
 * `npm start [-- --port P] [-- --once]` starts a VS Code with the extension and the demo: the
 * desktop's where `code` is there, else the npm build in the browser. It stays until Ctrl+C;
 * --once looks whether the demo is in the tree, and ends.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startDemo } from './start/demo.ts';
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
const demo = await startDemo();
writeSettings(profile.userDataDir, {
  'workflowTasks.connections': [
    { id: 'demo', name: 'Demo', engine: 'conductor', url: demo.url, environment: 'development' },
  ],
});

const stopped = new Promise<void>((resolve) => {
  process.once('SIGINT', resolve);
  process.once('SIGTERM', resolve);
});
const code = values.once ? undefined : findCode();
try {
  if (code) {
    await openOnDesktop(code, profile, stopped);
  } else {
    const opened = await openInBrowser(profile, Number(values.port ?? 0));
    console.log(`Open ${opened.url} and click the Workflow Tasks icon on the left.`);
    if (values.once) console.log(await lookForDemo(opened.url));
    else await stopped;
    await opened.close();
  }
} finally {
  demo.stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
