import { begin, task, type Row } from '../row.ts';

/** WAIT: with and without an end, ended early, signalled. */
export const waitRows: readonly Row[] = [
  ...begin('wait', [task('WAIT', 'w'), task('HUMAN', 'h')]),
  { send: 'POST /tasks/{wait}/w/IN_PROGRESS', body: { draft: 1 }, state: '{wait}' },
  { send: 'POST /tasks/{wait}/w/COMPLETED', body: { w: 1 }, state: '{wait}' },
  ...begin('timed', [
    task('WAIT', 'w', { inputParameters: { duration: '1 hours 5 minutes' } }),
    task('HUMAN', 'h'),
  ]),
  { send: 'POST /tasks/{timed}/w/COMPLETED', body: {}, state: '{timed}' },
  ...begin('short', [
    task('WAIT', 'w', { inputParameters: { duration: '2 seconds' } }),
    task('HUMAN', 'h'),
  ]),
  { send: 'GET /workflow/{short}/status', compare: 'none', state: '{short}', patient: true },
  ...begin('signal', [task('HUMAN', 'h'), task('WAIT', 'w'), task('HUMAN', 'end')]),
  { send: 'POST /tasks/{signal}/COMPLETED/signal', body: { s: 1 }, state: '{signal}' },
  { send: 'POST /tasks/{signal}/h/COMPLETED', body: {}, state: '{signal}' },
  { send: 'POST /tasks/{signal}/COMPLETED/signal', body: { s: 2 }, state: '{signal}' },
  { send: 'POST /tasks/nobody/COMPLETED/signal', body: {} },
];
