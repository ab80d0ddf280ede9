/**
 * `npm run test:ui [-- --pictures] [-- FILE…]` runs test/ui against the packaged extension in a
 * fresh VS Code in a browser. --pictures renews the pictures of README.md and docs/.
 */
import { readdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { closingLine, exitCodeOf } from './counts.ts';
import { inRoot } from './root.ts';
import { runUiSuite } from './uiSuite.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { pictures: { type: 'boolean' } },
});

const counts = await runUiSuite(
  positionals.length > 0 ? positionals : allFiles(),
  values.pictures ? { WORKFLOW_TASKS_PICTURES: '1' } : {},
);
console.log(closingLine(counts));
process.exitCode = exitCodeOf(counts);

function allFiles(): readonly string[] {
  return readdirSync(inRoot('test/ui'))
    .filter((file) => file.endsWith('.ui.ts'))
    .map((file) => `test/ui/${file}`);
}
