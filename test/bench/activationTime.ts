import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from '../../scripts/launchBrowser.ts';
import type { Figure } from './figure.ts';
import { install } from './installedExtension.ts';
import type { InstalledExtension } from './installedExtension.ts';
import { median } from './quantile.ts';
import { packEmpty, packOurs } from './sleepingExtension.ts';

const warmUps = 1;
const rounds = 7;

/**
 * What VS Code says that our package takes to load and to activate, above an extension that does
 * nothing. One window after the other, each with an extension host of its own.
 */
export async function activationTime(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'wt-bench-'));
  const open: InstalledExtension[] = [];
  const browser = await launchBrowser();
  try {
    for (const pack of [packOurs, packEmpty]) {
      open.push(await install(await pack(folder), join(folder, pack.name)));
    }
    const times: (readonly number[])[] = [];
    for (let round = 0; round < warmUps + rounds; round++) {
      const ofRound: number[] = [];
      for (const extension of open) ofRound.push(await extension.activationMs(browser));
      times.push(ofRound);
    }
    const [ours = NaN, empty = NaN] = open.map((_, index) =>
      median(times.slice(warmUps).map((ofRound) => ofRound[index] ?? NaN)),
    );
    return [
      {
        what: 'load + activate above an empty extension',
        figure: ours - empty,
        limit: 25,
        bound: 'most',
        unit: 'ms',
        note: `${ours} ms against ${empty} ms, medians of ${rounds} extension hosts`,
      },
    ];
  } finally {
    await browser.close();
    for (const extension of open) await extension.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
