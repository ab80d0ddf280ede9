/**
 * `npm run test:kill [-- --kills N] [-- --seed S]` kills the extension host of a real VS Code with
 * SIGKILL while updates are being typed and sent, N times (20 unless given), each at a moment that
 * the seed decides. When everything is settled it compares the journal, the drafts and the requests
 * that came to the server. It needs Linux.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { installForKills } from '../test/kill/installDriver.ts';
import { killMany } from '../test/kill/killMany.ts';
import { closingLine, exitCodeOf } from './counts.ts';

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '20' }, seed: { type: 'string', default: '1' } },
});
const folder = mkdtempSync(join(tmpdir(), 'wt-kill-'));
try {
  const { extensionsDir } = await installForKills(folder);
  process.env['WORKFLOW_TASKS_EXTENSIONS'] = extensionsDir;
  const counts = await killMany(Number(values.kills), Number(values.seed));
  console.log(closingLine(counts));
  process.exitCode = exitCodeOf(counts);
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
