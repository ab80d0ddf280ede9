import type { BulkItem } from '../../app/bulk/bulkItem.ts';
import type { Connections } from '../../app/connections.ts';
import type { Log } from '../../app/ports.ts';
import type { Drafts } from '../../app/drafts/drafts.ts';
import { dropDraft, fillDraft } from '../../app/drafts/fillDraft.ts';
import { isSent, isTyped } from '../../app/drafts/isSent.ts';
import { sentence } from '../../app/sentence.ts';
import { stringifyJson } from '../../domain/json.ts';
import type { Json } from '../../domain/json.ts';
import { sameTask } from '../../domain/task.ts';
import type { TaskRef } from '../../domain/task.ts';

interface DraftParts {
  readonly drafts: Drafts;
  readonly connections: Pick<Connections, 'find'>;
  readonly log: Pick<Log, 'warn'>;
}

// More different updates than this come from a document, which keeps its own text.
const mostDrafts = 20;

/**
 * Keeps each different update as one draft, at the first task whose draft may be replaced: an
 * output for a thousand tasks is one draft. From sending on, the journal has it as well. Returns
 * the tasks that had no draft before.
 */
export async function keepSharedDrafts(
  { drafts, connections, log }: DraftParts,
  items: readonly BulkItem[],
): Promise<readonly TaskRef[]> {
  const groups = sameUpdates(items);
  const kept: TaskRef[] = [];
  if (groups.length > mostDrafts) return kept;
  try {
    for (const group of groups) {
      const { base, update } = await homeOf(drafts, group);
      const name = connections.find(base.ref.connection)?.name ?? base.ref.connection;
      if ((await drafts.read(base.ref)) === undefined) kept.push(base.ref);
      await fillDraft(drafts, base, update, name);
    }
  } catch (error) {
    log.warn(`A draft could not be kept: ${sentence(error)}`);
  }
  return kept;
}

type Group = readonly [BulkItem, ...BulkItem[]];

function sameUpdates(items: readonly BulkItem[]): readonly Group[] {
  const groups = new Map<string, [BulkItem, ...BulkItem[]]>();
  for (const item of items) {
    if (!isTyped(item.update)) continue;
    const key = stringifyJson(item.update as unknown as Json);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}

// A draft with other content is not replaced, because a person typed both.
async function homeOf(drafts: Drafts, group: Group): Promise<BulkItem> {
  for (const item of group) {
    const draft = await drafts.read(item.base.ref);
    if (draft === undefined || isSent(draft, item.update)) return item;
  }
  return group[0];
}

/**
 * Removes the drafts of tasks that were left out, after all updates were applied. A draft that
 * changed meanwhile stays.
 */
export async function dropSharedDrafts(
  { drafts }: Pick<DraftParts, 'drafts'>,
  kept: readonly TaskRef[],
  leftOut: readonly BulkItem[],
): Promise<void> {
  for (const { base, update } of leftOut) {
    if (kept.some((ref) => sameTask(base.ref, ref))) await dropDraft(drafts, base.ref, update);
  }
}
