import type { Json } from '../../domain/json.ts';
import type { JournalEntry } from '../../domain/outcome.ts';
import type { Snapshot } from '../../domain/snapshot.ts';
import type { Task } from '../../domain/task.ts';
import type { TaskUpdate, UpdateOptions } from '../../domain/taskUpdate.ts';
import { expectationOf, unseenFields } from '../verify/expectation.ts';

interface Rest {
  readonly change: Pick<TaskUpdate, 'reason' | 'fields'>;
  /** What cannot be restored, one sentence each. */
  readonly stays: readonly string[];
}

/**
 * Restores the reason and the engine's own fields, if the update sent them and their earlier values
 * are known.
 */
export function restBack(entry: JournalEntry, after: Snapshot, now: Task): Rest {
  const reason = reasonBack(entry, after, now.options);
  const { values, stuck } = fieldsBack(entry, after);
  const unseen = labels(now.options, unseenFields(expectationOf(entry)));
  const emptied = labels(now.options, stuck);
  return {
    change: {
      ...(reason.earlier === undefined ? {} : { reason: reason.earlier }),
      ...(Object.keys(values).length === 0 ? {} : { fields: values }),
    },
    stays: [
      ...(reason.stays ? ['The reason stays: the engine cannot take it back.'] : []),
      ...(emptied === '' ? [] : [`${emptied}: stays, since it had no value before.`]),
      ...(unseen === '' ? [] : [`${unseen}: what was sent stays.`]),
    ],
  };
}

function reasonBack(
  { before, update }: JournalEntry,
  after: Snapshot,
  { reasonLimit }: UpdateOptions,
): { readonly earlier?: string; readonly stays: boolean } {
  const { reason: earlier = '' } = before;
  if (update.reason === undefined || earlier === (after.reason ?? '')) return { stays: false };
  if (reasonLimit === undefined || earlier === '') return { stays: true };
  return { earlier, stays: false };
}

function fieldsBack({ before, update }: JournalEntry, after: Snapshot) {
  const values: Record<string, Json> = {};
  const stuck: string[] = [];
  for (const [key, earlier] of Object.entries(before.fields ?? {})) {
    if (!Object.hasOwn(update.fields ?? {}, key) || earlier === after.fields?.[key]) continue;
    if (earlier === null) stuck.push(key);
    else values[key] = earlier;
  }
  return { values, stuck };
}

function labels({ fields }: UpdateOptions, keys: readonly string[]): string {
  return keys.map((key) => fields.find((field) => field.key === key)?.label ?? key).join(', ');
}
