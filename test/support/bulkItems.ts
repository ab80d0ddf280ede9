import type { BulkItem } from '../../src/app/bulk/bulkItem.ts';
import type { SettledEntry } from '../../src/app/journal/settledEntry.ts';
import type { Submitted } from '../../src/app/updates/submitRequest.ts';
import type { Task } from '../../src/domain/task.ts';
import type { TaskUpdate } from '../../src/domain/taskUpdate.ts';
import { fakeTask } from './fakeTask.ts';

export const completed: TaskUpdate = { status: 'COMPLETED' };

export function taskNumber(number: number, connection = 'c1'): Task {
  return { ...fakeTask, ref: { ...fakeTask.ref, connection, task: `t${number}` } };
}

export function itemsOf(count: number, connection = 'c1'): readonly BulkItem[] {
  return Array.from({ length: count }, (_, index) => ({
    base: taskNumber(index + 1, connection),
    update: completed,
  }));
}

/** The result of a send that the engine then shows. */
export function confirmedBy({ base, update }: BulkItem): Submitted {
  const snapshot = { status: base.status, output: {} };
  const entry: SettledEntry = {
    id: base.ref.task,
    ref: base.ref,
    connectionName: 'Local',
    taskName: base.name,
    update,
    before: snapshot,
    startedAt: 0,
    tries: [],
    outcome: { kind: 'confirmed', after: { ...snapshot, status: 'COMPLETED' }, notes: [] },
  };
  return { kind: 'settled', entry };
}
