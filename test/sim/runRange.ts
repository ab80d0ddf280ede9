import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { ProfileName } from './profiles.ts';
import { addReport, newReport } from './report.ts';
import type { Report } from './report.ts';

/** Seeds to play one after the other. */
export interface SeedRange {
  readonly profile: ProfileName;
  readonly from: number;
  readonly count: number;
}

const seedsAtOnce = 20;

/** Plays all seeds of a range, on all processors. */
export async function runRange(range: SeedRange): Promise<Report> {
  const report = newReport();
  const left: SeedRange[] = [];
  for (let done = 0; done < range.count; done += seedsAtOnce) {
    const count = Math.min(seedsAtOnce, range.count - done);
    left.push({ ...range, from: range.from + done, count });
  }
  const threads = Math.min(availableParallelism(), left.length);
  await Promise.all(Array.from({ length: threads }, () => work(left, report)));
  report.failures.sort((a, b) => a.seed - b.seed);
  return report;
}

/** One thread, which takes the next part as soon as it has played one. */
function work(left: SeedRange[], report: Report): Promise<void> {
  const worker = new Worker(new URL('./simWorker.ts', import.meta.url));
  const done = new Promise<void>((resolve, reject) => {
    const next = () => {
      const range = left.shift();
      if (range === undefined) resolve();
      else worker.postMessage(range, []);
    };
    worker.on('message', (part: Report) => {
      addReport(report, part);
      next();
    });
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`A thread ended with ${code}.`)));
    next();
  });
  return done.finally(() => void worker.terminate());
}
