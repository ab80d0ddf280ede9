import { begin, parserWords, task, type Row } from '../row.ts';

const by = 'POST /tasks/{body}/h/COMPLETED';

/** Invalid bodies, content types and methods, and task logs. */
export const bodyRows: readonly Row[] = [
  ...begin('body', [task('HUMAN', 'h')]),
  { send: by, body: '{bad', explain: parserWords },
  { send: by, body: '[1]' },
  { send: by, body: '"x"' },
  { send: by, body: '5', explain: parserWords },
  { send: by, body: 'null' },
  { send: by, body: '' },
  { send: by },
  { send: by, body: '{}', contentType: 'text/plain' },
  { send: by, body: '{}', contentType: '' },
  { send: by, body: 'a=1', contentType: 'application/x-www-form-urlencoded' },
  { send: `${by}/sync`, body: '[1]' },
  { send: `${by}/sync`, body: '' },
  { send: 'POST /tasks', body: '[1]' },
  { send: 'POST /tasks' },
  { send: 'PUT /tasks', body: {} },
  { send: 'DELETE /tasks/x' },
  { send: 'GET /nowhere' },
  { send: 'GET /tasks/nobody/log' },
  { send: 'GET /workflow/{body}', keep: { bodyTask: 'tasks.0.taskId' }, state: '{body}' },
  { send: 'POST /tasks/{bodyTask}/log', body: 'hello', contentType: 'text/plain' },
  { send: 'POST /tasks/{bodyTask}/log', body: '"json"' },
  { send: 'POST /tasks/{bodyTask}/log' },
  { send: 'POST /tasks/nobody-{n}/log', body: 'lost', contentType: 'text/plain' },
  { send: 'GET /tasks/{bodyTask}/log' },
  { send: 'POST /tasks/{body}/h/COMPLETED', body: '{"a":"\\u00e4€"}', state: '{body}' },
];
