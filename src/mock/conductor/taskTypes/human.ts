import { newTaskRun, type Mapper } from '../newTaskRun.ts';

/** HUMAN: in progress from the start; only an update ends it. */
export const human: Mapper = (planned) => [
  newTaskRun(planned, { status: 'IN_PROGRESS', taskType: 'HUMAN' }),
];
