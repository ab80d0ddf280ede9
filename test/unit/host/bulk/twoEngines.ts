import type { Task } from '../../../../src/domain/task.ts';
import { taskNumber } from '../../../support/bulkItems.ts';

/** Tasks of two engines, as a mixed selection has them. */
export const conductor = taskNumber(1);

/** Another engine: other words, a text as output, and no reason. */
export const xpander: Task = {
  ...taskNumber(2, 'x1'),
  status: 'paused',
  options: {
    statuses: [
      { status: 'completed', role: 'complete', effect: 'Ends.' },
      { status: 'stopped', effect: 'Stops.' },
    ],
    output: { kind: 'text', modes: [], limitBytes: 100 },
    fields: [],
    warnings: [],
  },
};
