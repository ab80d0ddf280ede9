import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBenchProduct } from './benchProduct.ts';
import type { EngineName } from './benchProduct.ts';
import type { Figure } from './figure.ts';
import { startMockProcess } from './mockProcess.ts';
import { plantTasks, updates } from './plantTasks.ts';
import { median, quantile } from './quantile.ts';

const warmUps = 20;
const counted = 200;
const { signal } = new AbortController();

/** From handing in an update to its proof, one at a time, the draft and the journal on disk. */
export async function outcomeTime(name: EngineName): Promise<Figure> {
  const mock = await startMockProcess('empty');
  const folder = mkdtempSync(join(tmpdir(), 'workflow-tasks-bench-'));
  try {
    const product = createBenchProduct(mock, folder);
    const { engine } = await product.connections.connected(name);
    const times: number[] = [];
    for (const base of await plantTasks(mock, name, engine, warmUps + counted)) {
      const started = performance.now();
      const update = updates[name];
      const sent = await product.updates.submit({ base, update, signal, ask: async () => 'send' });
      times.push(performance.now() - started);
      if (sent.kind !== 'settled' || sent.entry.outcome.kind !== 'confirmed') {
        throw new Error(`Not confirmed: ${JSON.stringify(sent)}`);
      }
    }
    const warm = times.slice(warmUps);
    return {
      what: `confirmed outcome on loopback, 95th percentile of ${counted}, ${name}`,
      figure: quantile(warm, 0.95),
      limit: 300,
      bound: 'most',
      unit: 'ms',
      note: `median ${median(warm).toFixed(1)} ms`,
    };
  } finally {
    await mock.close();
    rmSync(folder, { recursive: true });
  }
}
