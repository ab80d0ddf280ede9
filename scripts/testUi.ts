/**
 * `npm run test:ui [-- --pictures] [-- FILE…]` packs the extension, installs the package into a
 * fresh VS Code and runs test/ui in a browser. --pictures renews those of the README.
 */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { closingCounts, closingLine, exitCodeOf } from './counts.ts';
import { inRoot } from './root.ts';
import { run } from './run.ts';
import { ensureNpmBuild } from './vscode/npmBuild.ts';
import { newest } from './vscode/releases.ts';
import { installExtension } from './vscode/server.ts';
import { packVsix } from './vsix.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { pictures: { type: 'boolean' } },
});

const folder = mkdtempSync(join(tmpdir(), 'wt-vsix-'));
try {
  const extensionsDir = join(folder, 'extensions');
  const { path } = await packVsix();
  await installExtension(await ensureNpmBuild(newest), path, {
    userDataDir: join(folder, 'user'),
    extensionsDir,
  });
  const { output } = await run(
    'node',
    ['--test', '--test-concurrency=1', ...(positionals.length > 0 ? positionals : uiTests())],
    {
      env: {
        WORKFLOW_TASKS_EXTENSIONS: extensionsDir,
        ...(values.pictures ? { WORKFLOW_TASKS_PICTURES: '1' } : {}),
      },
    },
  );
  const counts = closingCounts(output) ?? { passed: 0, failed: 1 };
  console.log(closingLine(counts));
  process.exitCode = exitCodeOf(counts);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function uiTests(): readonly string[] {
  return readdirSync(inRoot('test/ui'))
    .filter((file) => file.endsWith('.ui.ts'))
    .map((file) => `test/ui/${file}`);
}
