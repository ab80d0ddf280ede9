import type { Task } from '../../../domain/task.ts';
import type { ExpectedStatus, TaskUpdate } from '../../../domain/taskUpdate.ts';

/**
 * The statuses in which an update counts as applied. They depend on the definition's onFailure and
 * on the retries left.
 */
export function expectedStatuses(before: Task, update: TaskUpdate): readonly ExpectedStatus[] {
  const { status } = update;
  if (status === undefined) return [];
  if (status === 'COMPLETED') return [{ status }];
  const { onFailure, retriesLeft } = before.engineFields;
  return [
    { status },
    ...(onFailure === 'skipTask'
      ? [
          {
            status: 'COMPLETED_WITH_ERRORS',
            note: 'It failed, and the execution goes on without it: onFailure is skipTask.',
          },
        ]
      : []),
    ...(status === 'FAILED' && retriesLeft !== 0
      ? [{ status: 'SCHEDULED', note: 'It failed, and the engine tries it again.' }]
      : []),
  ];
}
