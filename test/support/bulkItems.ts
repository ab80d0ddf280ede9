import type { BulkItem } from '../../src/app/bulk/bulkItem.ts';
import type { SettledEntry, Submitted } from '../../src/app/updates/submission.ts';
import type { Task } from '../../src/domain/task.ts';
import type { TaskUpdate } from '../../src/domain/update.ts';
import { fakeTask } from './fakeTask.ts';

export const completed: TaskUpdate = { status: 'COMPLETED' };

export function taskNumber(number: number, connection = 'c1'): Task {
  return { ...fakeTask, ref: { ...fakeTask.ref, connection, task: `t${number}` } };
}

export function itemsOf(count: number, connection = 'c1'): readonly BulkItem[] {
  return Array.from({ length: count }, (_, index) => ({
    seen: taskNumber(index + 1, connection),
    update: completed,
  }));
}

/** The result of a send that the engine then shows. */
export function confirmedBy({ seen, update }: BulkItem): Submitted {
  const snapshot = { status: seen.status, output: {} };
  const entry: SettledEntry = {
    id: seen.ref.task,
    ref: seen.ref,
    connectionName: 'Local',
    taskName: seen.name,
    update,
    before: snapshot,
    startedAt: 0,
    tries: [],
    outcome: { kind: 'confirmed', after: { ...snapshot, status: 'COMPLETED' }, notes: [] },
  };
  return { kind: 'settled', entry };
}
