import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BulkResult } from '../../src/app/bulk/bulkItem.ts';
import { runBulk } from '../../src/app/bulk/runBulk.ts';
import type { Task } from '../../src/domain/task.ts';
import { createNodeTransport } from '../../src/http/nodeTransport.ts';
import type { Transport } from '../../src/http/transport.ts';
import type { TestMock } from '../support/startMock.ts';
import { sendBare } from './bareClient.ts';
import { createBenchProduct } from './benchProduct.ts';
import type { EngineName } from './benchProduct.ts';
import type { Figure } from './figure.ts';
import { startMockProcess } from './mockProcess.ts';
import { plantTasks, updates } from './plantTasks.ts';
import { median } from './quantile.ts';
import { chainsOf, forOthers } from './requestChains.ts';
import type { RequestChains } from './requestChains.ts';

const total = 1_000;
// The widest that a bulk run gets.
const atOnce = 16;
const rounds = 5;
const { signal } = new AbortController();

/**
 * How fast 1,000 updates are sent and verified, as a part of what a bare client reaches with the
 * very same requests: recorded from a run, sent again for other tasks, answered by the same mock
 * in a process of its own. Rounds of both alternate; each has fresh tasks.
 */
export async function bulk(name: EngineName): Promise<Figure> {
  const mock = await startMockProcess('empty');
  const folder = mkdtempSync(join(tmpdir(), 'workflow-tasks-bench-'));
  try {
    const bench = await prepare(mock, folder, name);
    await bench.product();
    const pairs: { readonly product: Spent; readonly bare: Spent }[] = [];
    for (let round = 0; round < rounds; round++) {
      pairs.push({ bare: await bench.bare(), product: await bench.product() });
    }
    const [product, bare] = [pairs.map((pair) => pair.product), pairs.map((pair) => pair.bare)];
    return {
      what: `bulk of ${total} updates, ${name}`,
      figure: median(pairs.map((pair) => pair.bare.ms / pair.product.ms)),
      limit: 0.6,
      bound: 'least',
      note: `${spentText(product)} against ${spentText(bare)} bare`,
    };
  } finally {
    await mock.close();
    rmSync(folder, { recursive: true });
  }
}

interface Spent {
  readonly ms: number;
  /** Of this process alone. */
  readonly cpuMs: number;
}

interface Bench {
  product(): Promise<Spent>;
  bare(): Promise<Spent>;
}

/** Records a run of the product, and sees that the bare client gets as much for answer. */
async function prepare(mock: TestMock, folder: string, name: EngineName): Promise<Bench> {
  const counting = countBytes(createNodeTransport());
  const recorder = createBenchProduct(mock, folder, counting.transport);
  const { engine } = await recorder.connections.connected(name);
  const tasks = await plantTasks(mock, name, engine, total);
  await mock.clearRequests();
  counting.clear();
  await runProduct(recorder, name, tasks);
  const requests = await mock.requests();
  const refs = tasks.map(({ ref }) => ref);
  const chains = chainsOf(requests, refs);
  const plant = () => plantTasks(mock, name, engine, total);
  const { origin } = new URL(mock.controlUrl);
  const bare = async () => {
    const others = forOthers(
      chains,
      refs,
      (await plant()).map(({ ref }) => ref),
    );
    let bytes = 0;
    const spent = await timed(async () => {
      bytes = await sendBare(origin, others, atOnce);
    });
    return { spent, bytes };
  };
  checkSame(chains, requests.length, counting.bytes() / (await bare()).bytes);
  return {
    bare: async () => (await bare()).spent,
    product: async () => {
      const fresh = createBenchProduct(mock, folder);
      const base = await plant();
      return timed(() => runProduct(fresh, name, base));
    },
  };
}

async function runProduct(
  product: ReturnType<typeof createBenchProduct>,
  name: EngineName,
  tasks: readonly Task[],
): Promise<void> {
  const items = tasks.map((base) => ({ base, update: updates[name] }));
  const results = await runBulk(product, items, { signal, onProgress: () => undefined });
  const other = results.filter((result) => !isConfirmed(result));
  if (other.length > 0) {
    throw new Error(`${other.length} are not confirmed: ${JSON.stringify(other[0])}`);
  }
}

function isConfirmed(result: BulkResult): boolean {
  return result.kind === 'settled' && result.entry.outcome.kind === 'confirmed';
}

function checkSame(chains: RequestChains, count: number, ratio: number): void {
  const lengths = new Set(chains.perTask.map((chain) => chain.length));
  const all = chains.once.length + chains.perTask.flat().length;
  if (all !== count || chains.once.length > 2 || lengths.size !== 1) {
    throw new Error(`The record of ${count} requests could not be taken apart.`);
  }
  if (Math.abs(ratio - 1) > 0.02) {
    throw new Error(`The product got ${ratio} times the bytes of the bare client.`);
  }
}

async function timed(run: () => Promise<void>): Promise<Spent> {
  const cpu = process.cpuUsage();
  const started = performance.now();
  await run();
  const ms = performance.now() - started;
  const { user, system } = process.cpuUsage(cpu);
  return { ms, cpuMs: (user + system) / 1_000 };
}

function countBytes(inner: Transport) {
  let bytes = 0;
  const transport: Transport = async (config) => {
    const answer = await inner(config);
    bytes += Buffer.byteLength(String(answer.data));
    return answer;
  };
  return { transport, bytes: () => bytes, clear: () => (bytes = 0) };
}

function spentText(spent: readonly Spent[]): string {
  const ms = median(spent.map((one) => one.ms)).toFixed(0);
  return `${ms} ms (${median(spent.map((one) => one.cpuMs)).toFixed(0)} ms of CPU)`;
}
