import { begin, task, type Row } from '../row.ts';

const ids = ['{bulk}', 'nobody'];

/** The lifecycle operations for many executions. */
export const bulkRows: readonly Row[] = [
  ...begin('bulk', [task('HUMAN', 'h')]),
  { send: 'PUT /workflow/bulk/pause', body: ids, state: '{bulk}' },
  { send: 'PUT /workflow/bulk/resume', body: ids, state: '{bulk}' },
  { send: 'PUT /workflow/bulk/resume', body: ids },
  { send: 'POST /workflow/bulk/restart', body: ids },
  { send: 'POST /workflow/bulk/retry', body: ids },
  {
    send: 'POST /workflow/bulk/search',
    body: ids,
    explain: [
      {
        at: /^body\.bulkSuccessfulResults/,
        reason:
          "The bulk search prints the server's inner records; the mock prints those of the API.",
      },
    ],
  },
  { send: 'POST /workflow/bulk/terminate?reason=enough', body: ids, state: '{bulk}' },
  { send: 'PUT /workflow/bulk/pause', body: {} },
  { send: 'PUT /workflow/bulk/pause', body: [] },
  { send: 'DELETE /workflow/bulk/remove', body: ids },
  { send: 'GET /workflow/{bulk}' },
];
