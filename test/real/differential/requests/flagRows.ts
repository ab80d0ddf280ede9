import { begin, startAgain, task, type Row } from '../row.ts';

const flags = [
  'yes',
  'no',
  '1',
  '0',
  'on',
  'off',
  'TRUE',
  'False',
  '',
  'abc',
  '2',
  '%20',
  'true&x',
];

/** Booleans, numbers and statuses in queries: what is taken for one. */
export const flagRows: readonly Row[] = [
  ...begin('flag', [task('HUMAN', 'h'), task('SIMPLE', 's'), task('HUMAN', 'end')]),
  { send: 'POST /tasks/{flag}/h/COMPLETED', body: {}, state: '{flag}' },
  ...flags.map((flag) => ({ send: `GET /workflow/{flag}?includeTasks=${flag}` })),
  ...['yes', 'abc'].map((flag) => ({ send: `GET /workflow/{flag}/status?includeOutput=${flag}` })),
  ...['yes', 'abc'].map((flag) => ({
    send: `GET /workflow/{n}_flag/correlated/x?includeClosed=${flag}`,
  })),
  ...['count=-1', 'start=-1', 'count=0', 'count=abc', 'start=5', 'start=1&count=1', 'count='].map(
    (query) => ({ send: `GET /workflow/{flag}/tasks?${query}` }),
  ),
  ...[
    'completed',
    'Completed',
    'NONSENSE',
    'COMPLETED,SCHEDULED',
    'COMPLETED&status=SCHEDULED',
    '',
  ].map((status) => ({ send: `GET /workflow/{flag}/tasks?status=${status}` })),
  { send: 'POST /workflow/{flag}/restart?useLatestDefinitions=abc', state: '{flag}' },
  { send: 'POST /workflow/{flag}/retry?resumeSubworkflowTasks=abc', state: '{flag}' },
  { send: 'DELETE /workflow/{flag}/remove?archiveWorkflow=abc', state: '{flag}' },
  { send: 'DELETE /workflow/{flag}/terminate-remove?archiveWorkflow=abc', state: '{flag}' },
  { send: 'DELETE /workflow/{flag}?reason=', state: '{flag}' },
  startAgain('flag', 'flagTwo'),
  { send: 'DELETE /workflow/{flagTwo}?reason=a&reason=b', state: '{flagTwo}' },
  startAgain('flag', 'flagThree'),
  { send: 'DELETE /workflow/{flagThree}', state: '{flagThree}' },
  { send: 'GET /tasks/poll/batch/{n}_none?count=abc' },
  { send: 'GET /tasks/poll/batch/{n}_none?count=-1&timeout=1' },
  { send: 'GET /tasks/poll/batch/{n}_none?count=0&timeout=1' },
  { send: 'GET /tasks/poll/batch/{n}_none?timeout=abc' },
  { send: 'GET /tasks/poll/batch/{n}_none?timeout=-1' },
  { send: 'GET /admin/task/{n}_none?start=abc' },
  { send: 'GET /admin/task/{n}_none?count=-1' },
];
