import type { ExpectedStatus, TaskUpdate } from '../../../domain/taskUpdate.ts';
import { isStatusWord, type StatusWord } from '../toDomain/taskStatus.ts';

const wentOn = 'A worker took the task on from there.';

// The statuses that a worker may set next by itself.
const onwards: Readonly<Partial<Record<StatusWord, readonly StatusWord[]>>> = {
  pending: ['executing', 'completed', 'paused', 'error', 'failed'],
  executing: ['completed', 'paused', 'error', 'failed'],
};

/** The statuses in which an update counts as applied. Without a status the task keeps its own. */
export function expectedStatuses(before: string, update: TaskUpdate): readonly ExpectedStatus[] {
  if (update.stop === true) return [{ status: 'stopped' }];
  const status = update.status ?? before;
  const next = isStatusWord(status) ? (onwards[status] ?? []) : [];
  if (next.length === 0) return [{ status }];
  return [
    { status, mayGoOn: true },
    ...next.map((word) => ({ status: word, note: wentOn, mayGoOn: true as const })),
  ];
}
