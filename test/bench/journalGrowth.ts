import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEntryIds } from '../../src/app/journal/entryIds.ts';
import { entryLine } from '../../src/app/journal/entryLine.ts';
import { createJournal } from '../../src/app/journal/journal.ts';
import { createFileStorage } from '../../src/host/storage.ts';
import { fakeConfirmed, fakeEntry } from '../support/fakeEntry.ts';
import type { Figure } from './figure.ts';
import { alternate, ratioOf } from './alternate.ts';
import { usedHeapMb } from './usedHeap.ts';

const total = 100_000;
const usualKeep = 1_000;
const few = 3_000;

/** What the journal takes in the long run: memory, files, and time for each update. */
export async function journalGrowth(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'workflow-tasks-bench-'));
  try {
    return [...(await manyUpdates(join(folder, 'many'))), await longJournal(folder)];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A hundred thousand updates, one after the other, with the usual setting. */
async function manyUpdates(folder: string): Promise<readonly Figure[]> {
  const [used, fresh] = [join(folder, 'used'), join(folder, 'fresh')];
  const sendUsed = createSender(used, usualKeep);
  await sendUsed(few);
  const early = usedHeapMb();
  await sendUsed(total - few);
  const late = usedHeapMb();
  const files = readdirSync(join(used, 'journal')).length;
  const sendFresh = createSender(fresh, usualKeep);
  await sendFresh(few);
  const times = await alternate(sendUsed, sendFresh);
  return [
    {
      what: `journal: heap after ${total} updates against ${few}`,
      figure: late / early,
      limit: 1.05,
      bound: 'most',
      note: `${late.toFixed(1)} MB against ${early.toFixed(1)} MB`,
    },
    {
      what: `journal: files for each entry that is kept, after ${total} updates`,
      figure: files / usualKeep,
      limit: 1.05,
      bound: 'most',
      note: `${files} files`,
    },
    ratioOf(`journal: time of an update after ${total} updates against ${few}`, times),
  ];
}

/** An update in a journal that holds a hundred thousand entries, each in a file of its own. */
async function longJournal(folder: string): Promise<Figure> {
  const [short, long] = [join(folder, 'short'), join(folder, 'long')];
  await plant(short, few);
  await plant(long, total);
  const sendShort = createSender(short, total);
  const sendLong = createSender(long, total);
  // The first update lists the folder.
  await sendShort(1);
  await sendLong(1);
  const times = await alternate(sendLong, sendShort);
  return ratioOf(`journal: time of an update with ${total} entries kept against ${few}`, times);
}

/** Sends so many updates, as far as the journal is concerned; returns the milliseconds of each. */
function createSender(folder: string, keep: number): (count: number) => Promise<number> {
  const journal = createJournal({ storage: createFileStorage(folder), keep: () => keep });
  const ids = createEntryIds('bench');
  return async (count) => {
    const started = performance.now();
    for (let sent = 0; sent < count; sent++) {
      const startedAt = Date.now();
      const entry = { ...fakeEntry(ids.next(startedAt)), startedAt };
      await journal.write(entry);
      await journal.write({ ...entry, outcome: fakeConfirmed });
    }
    return (performance.now() - started) / count;
  };
}

/** Entries as another window has left them. */
async function plant(folder: string, count: number): Promise<void> {
  const storage = createFileStorage(folder);
  const ids = createEntryIds('earlier');
  for (let planted = 0; planted < count; planted++) {
    const id = ids.next(Date.now() - 3_600_000);
    await storage.append(`journal/${id}`, entryLine(fakeEntry(id, fakeConfirmed)));
  }
}
