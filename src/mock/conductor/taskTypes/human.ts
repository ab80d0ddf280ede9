import { newTaskRun, type Mapper } from '../newTaskRun.ts';

/** HUMAN: in progress from the start, ended by an update only. */
export const human: Mapper = (planned) => [
  newTaskRun(planned, { status: 'IN_PROGRESS', taskType: 'HUMAN' }),
];
