import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Draft } from '../../src/app/drafts/drafts.ts';
import { createDrafts } from '../../src/app/drafts/drafts.ts';
import { createJournal } from '../../src/app/journal/journal.ts';
import type { JournalEntry } from '../../src/domain/outcome.ts';
import { createFileStorage } from '../../src/host/storage.ts';

/** What the extension has on disk, read by its own code but in another process. */
export interface StoredState {
  readonly entries: readonly JournalEntry[];
  /** Ids of entries that are listed but not found by their id. */
  readonly lostIds: readonly string[];
  readonly drafts: readonly Draft[];
  /** The texts of lists of tasks. */
  readonly lists: readonly string[];
  /** The files that are written aside. */
  readonly asides: readonly string[];
}

export async function readStored(userDataDir: string): Promise<StoredState> {
  const root = join(userDataDir, 'User/globalStorage/workflow-tasks.workflow-tasks');
  const asides = filesBelow(root).filter((name) => name.endsWith('.tmp'));
  const storage = createFileStorage(root);
  const journal = createJournal({ storage, keep: () => Infinity });
  const drafts = createDrafts({ storage, clock: { now: () => 0, wait: async () => undefined } });
  const entries = await journal.list(Infinity);
  const found = await Promise.all(entries.map(({ id }) => journal.read(id)));
  const texts = filesBelow(join(root, 'taskTexts'));
  return {
    entries,
    lostIds: entries.map(({ id }) => id).filter((_, index) => found[index] === undefined),
    drafts: await drafts.list(),
    lists: texts.map((path) => readFileSync(path, 'utf8')),
    asides,
  };
}

function filesBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name));
}
