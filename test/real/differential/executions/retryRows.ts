import { begin, task, type Row } from '../row.ts';

const owner = { ownerEmail: 'a@example.com' };

/** Failing: retries, optional and permissive tasks, and what a failure cancels. */
export const retryRows: readonly Row[] = [
  {
    send: 'POST /metadata/taskdefs',
    body: [
      {
        name: '{n}_again',
        retryCount: 1,
        retryDelaySeconds: 0,
        inputTemplate: { k: 'v' },
        ...owner,
      },
      {
        name: '{n}_linear',
        retryCount: 2,
        retryDelaySeconds: 7,
        retryLogic: 'LINEAR_BACKOFF',
        backoffScaleFactor: 2,
        ...owner,
      },
      {
        name: '{n}_exponential',
        retryCount: 3,
        retryDelaySeconds: 5,
        retryLogic: 'EXPONENTIAL_BACKOFF',
        ...owner,
      },
    ],
  },
  ...begin('again', [task('SIMPLE', 's', { name: '{n}_again' })]),
  { send: 'POST /tasks/{again}/s/FAILED', body: { x: 1 }, state: '{again}' },
  { send: 'POST /tasks/{again}/s/FAILED', body: { x: 2 }, state: '{again}' },
  ...begin('noDefinition', [task('SIMPLE', 's')]),
  { send: 'POST /tasks/{noDefinition}/s/FAILED', body: {}, state: '{noDefinition}' },
  ...begin('linear', [task('SIMPLE', 's', { name: '{n}_linear' })]),
  { send: 'POST /tasks/{linear}/s/FAILED', body: {}, state: '{linear}' },
  { send: 'POST /tasks/{linear}/s/FAILED', body: {}, state: '{linear}' },
  ...begin('exponential', [task('SIMPLE', 's', { name: '{n}_exponential' })]),
  { send: 'POST /tasks/{exponential}/s/FAILED', body: {}, state: '{exponential}' },
  { send: 'POST /tasks/{exponential}/s/FAILED', body: {}, state: '{exponential}' },
  ...begin('overruled', [task('SIMPLE', 's', { name: '{n}_again', retryCount: 0 })]),
  { send: 'POST /tasks/{overruled}/s/FAILED', body: { x: 1 }, state: '{overruled}' },
  ...begin('humanRetry', [task('HUMAN', 'h', { retryCount: 1 })]),
  { send: 'POST /tasks/{humanRetry}/h/FAILED', body: { x: 1 }, state: '{humanRetry}' },
  ...begin('humanDefined', [task('HUMAN', 'h', { name: '{n}_again' })]),
  { send: 'POST /tasks/{humanDefined}/h/FAILED', body: { x: 1 }, state: '{humanDefined}' },
  ...begin('optional', [
    task('SIMPLE', 's', { optional: true, retryCount: 0 }),
    task('HUMAN', 'h', { optional: true }),
    task('HUMAN', 'end', { inputParameters: { s: '${s.output.x}', status: '${s.status}' } }),
  ]),
  { send: 'POST /tasks/{optional}/s/FAILED', body: { x: 1 }, state: '{optional}' },
  {
    send: 'POST /tasks/{optional}/h/FAILED_WITH_TERMINAL_ERROR',
    body: { x: 1 },
    state: '{optional}',
  },
  { send: 'POST /tasks/{optional}/end/COMPLETED', body: { y: 1 }, state: '{optional}' },
  ...begin('permissive', [task('HUMAN', 'h', { permissive: true }), task('HUMAN', 'end')]),
  { send: 'POST /tasks/{permissive}/h/FAILED', body: { x: 1 }, state: '{permissive}' },
  { send: 'POST /tasks/{permissive}/end/COMPLETED', body: { y: 1 }, state: '{permissive}' },
  ...begin('forkFails', [
    task('FORK_JOIN', 'f', {
      forkTasks: [[task('HUMAN', 'h')], [task('WAIT', 'w')], [task('SIMPLE', 's')]],
    }),
    task('JOIN', 'j', { joinOn: ['h', 'w', 's'] }),
  ]),
  { send: 'POST /tasks/{forkFails}/h/FAILED', body: { x: 1 }, state: '{forkFails}', patient: true },
  {
    send: 'POST /workflow/{forkFails}/retry',
    state: '{forkFails}',
    patient: true,
    explain: [
      {
        at: /^state\.tasks\[4\]\.outputData\.h$/,
        reason: 'The JOIN gathers outputs whenever the server looks at it; the mock looks at once.',
      },
    ],
  },
  {
    send: 'POST /tasks/{forkFails}/h/COMPLETED',
    body: { x: 2 },
    state: '{forkFails}',
    patient: true,
  },
  { send: 'POST /tasks/{forkFails}/w/COMPLETED', body: {}, state: '{forkFails}', patient: true },
  { send: 'POST /tasks/{forkFails}/s/COMPLETED', body: {}, state: '{forkFails}', patient: true },
];
