import { begin, task, type Row } from '../row.ts';

const line = (body: string, contentType = 'text/plain'): Row => ({
  send: 'POST /tasks/{logTask}/log',
  body,
  contentType,
});
const update = (logs: unknown): Row => ({
  send: 'POST /tasks',
  body: { workflowInstanceId: '{log}', taskId: '{logTask}', status: 'IN_PROGRESS', logs },
});

/** The log lines of a task: how they are written, their order, their texts. */
export const logRows: readonly Row[] = [
  ...begin('log', [task('HUMAN', 'h')]),
  { send: 'GET /workflow/{log}', keep: { logTask: 'tasks.0.taskId' } },
  { send: 'GET /tasks/{logTask}/log' },
  update([
    { log: 'third', createdTime: 1600000003000 },
    { log: 'first', createdTime: 1600000001000 },
    { log: 'second', createdTime: 1600000002000 },
  ]),
  { send: 'GET /tasks/{logTask}/log' },
  update([{ log: 'zeroth', createdTime: 5 }]),
  { send: 'GET /tasks/{logTask}/log' },
  line('ä € 😀'),
  line('two\nlines\r\n'),
  line(' '),
  line('{"json":1}'),
  line('"quoted"', 'application/json'),
  line('{"json":1}', 'application/json'),
  line('<b>', 'text/html'),
  line('a=1', 'application/x-www-form-urlencoded'),
  line('x', ''),
  line('x', 'application/octet-stream'),
  { send: 'POST /tasks/{logTask}/log?x=1', body: 'after a query', contentType: 'text/plain' },
  { send: 'GET /tasks/{logTask}/log' },
  update([{ log: 'other task', createdTime: 6, taskId: 'other' }]),
  { send: 'GET /tasks/{logTask}/log', compare: 'shape' },
  update(Array.from({ length: 15 }, (_, index) => ({ log: `l${index}`, createdTime: index + 10 }))),
  { send: 'GET /tasks/{logTask}/log', compare: 'shape' },
  { send: 'POST /tasks/{log}/h/COMPLETED', body: {}, state: '{log}' },
  line('after the end'),
  { send: 'GET /tasks/{logTask}/log', compare: 'shape' },
];
