import type { Shown, Store } from '../../src/app/store.ts';
import type { TestMock } from '../support/startMock.ts';
import { alternate, ratioOf } from './alternate.ts';
import type { Timed } from './alternate.ts';
import { createBenchProduct } from './benchProduct.ts';
import type { Figure } from './figure.ts';
import { startMockProcess } from './mockProcess.ts';
import { usedHeapMb } from './usedHeap.ts';

/** What ten thousand quiet refreshes, and five thousand filters, leave in memory and cost in time. */
export async function storeGrowth(): Promise<readonly Figure[]> {
  const mock = await startMockProcess('50');
  try {
    return [
      ...(await growth('quiet refreshes', 10_000, () => refreshing(mock))),
      ...(await growth('filters', 5_000, () => filtering(mock))),
    ];
  } finally {
    await mock.close();
  }
}

/** Memory after all of them as a part of that after the first tenth, and time as a part of a fresh store's. */
async function growth(
  what: string,
  count: number,
  open: () => Promise<Timed>,
): Promise<readonly Figure[]> {
  const used = await open();
  await used(count / 10);
  const early = usedHeapMb();
  await used(count - count / 10);
  const late = usedHeapMb();
  const fresh = await open();
  await fresh(count / 10);
  return [
    {
      what: `heap after ${count} ${what} against ${count / 10}`,
      figure: late / early,
      limit: 1.05,
      bound: 'most',
      note: `${late.toFixed(1)} MB against ${early.toFixed(1)} MB`,
    },
    ratioOf(`time after ${count} ${what} against ${count / 10}`, await alternate(used, fresh)),
  ];
}

/** Reads a list and an execution again, as a view does that has them open. */
async function refreshing(mock: TestMock): Promise<Timed> {
  const { store, filter } = await openStore(mock);
  const [execution] = (await store.executions('conductor', filter)).items;
  if (execution === undefined) throw new Error('The workflow has no execution.');
  await store.execution('conductor', execution.id);
  const shown: Shown = {
    lists: [{ connection: 'conductor', filter }],
    executions: [{ connection: 'conductor', id: execution.id }],
  };
  return timed(() => store.reread(shown));
}

/** Sets one filter after the other. */
async function filtering(mock: TestMock): Promise<Timed> {
  const { store, filter } = await openStore(mock);
  let count = 0;
  return timed(() => {
    count += 1;
    return store.executions('conductor', { ...filter, text: `no ${count}` });
  });
}

async function openStore(
  mock: TestMock,
): Promise<{ readonly store: Store; readonly filter: { readonly workflow: string } }> {
  // No update is sent, so nothing is ever written to the journal's folder.
  const { store } = createBenchProduct(mock, 'never written');
  const [workflow] = (await store.workflows('conductor')).items;
  if (workflow === undefined) throw new Error('The server has no workflow.');
  return { store, filter: { workflow: workflow.id } };
}

function timed(run: () => Promise<unknown>): Timed {
  return async (count) => {
    const started = performance.now();
    for (let done = 0; done < count; done++) await run();
    return (performance.now() - started) / count;
  };
}
