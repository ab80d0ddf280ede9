import { begin, task, type Row } from '../row.ts';

/** Health and administration. */
export const adminRows: readonly Row[] = [
  { send: 'GET //health' },
  { send: 'GET /health' },
  {
    send: 'GET //api-docs',
    explain: [
      {
        at: /^body\.(?:paths|components|servers)/,
        reason: 'The mock does not print its endpoints.',
      },
    ],
  },
  { send: 'GET /api-docs' },
  { send: 'GET /admin/config', compare: 'none' },
  { send: 'GET /admin/queues' },
  ...begin('pending', [task('HUMAN', 'h', { name: '{n}_pending' })]),
  { send: 'GET /admin/task/{n}_pending' },
  { send: 'GET /admin/task/{n}_pending?start=0&count=1' },
  { send: 'GET /admin/task/{n}_none' },
  { send: 'POST /admin/sweep/requeue/{pending}' },
  { send: 'POST /admin/consistency/verifyAndRepair/{pending}' },
  { send: 'GET /tasks/queue/all', compare: 'none' },
  { send: 'GET /tasks/queue/all/verbose', compare: 'none' },
  { send: 'GET /tasks/queue/polldata/all', compare: 'none' },
  { send: 'GET /event' },
  { send: 'GET /token' },
  { send: 'POST /token', body: {} },
  { send: 'GET /environment' },
];
