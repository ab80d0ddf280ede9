import { parentPort } from 'node:worker_threads';
import { addRun, newReport } from './report.ts';
import { runSeed } from './runSeed.ts';
import type { SeedRange } from './runRange.ts';

// One thread plays one seed after the other: a run replaces the thread's own timers.
parentPort?.on('message', ({ profile, from, count }: SeedRange) => {
  void (async () => {
    const report = newReport();
    for (let seed = from; seed < from + count; seed++) {
      addRun(report, seed, await runSeed(seed, profile));
    }
    parentPort?.postMessage(report, []);
  })();
});
