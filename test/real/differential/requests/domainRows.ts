import { task, type Row } from '../row.ts';

const poll = (query: string, more: Partial<Row> = {}): Row => ({
  send: `GET /tasks/poll/{n}_s?${query}`,
  ...more,
});
const start = (id: string, taskToDomain: object): Row => ({
  send: 'POST /workflow',
  body: { name: '{n}_domain', taskToDomain },
  keep: { [id]: 'text' },
  state: `{${id}}`,
});

/** Tasks in a domain: only polls of the domain get them. */
export const domainRows: readonly Row[] = [
  {
    send: 'POST /metadata/workflow',
    body: {
      name: '{n}_domain',
      version: 1,
      ownerEmail: 'a@example.com',
      tasks: [task('SIMPLE', 's')],
    },
  },
  start('domA', { '{n}_s': 'left' }),
  { send: 'GET /tasks/queue/sizes?taskType={n}_s' },
  { send: 'GET /tasks/queue/size?taskType={n}_s&domain=left' },
  poll('workerid=w'),
  poll('workerid=w&domain=right'),
  poll('workerid=w&domain='),
  poll('workerid=w&domain=left', { state: '{domA}' }),
  { send: 'GET /tasks/queue/polldata?taskType={n}_s' },
  start('domB', { '*': 'everywhere' }),
  poll('workerid=w'),
  poll('workerid=w&domain=everywhere', { state: '{domB}' }),
  start('domC', { '{n}_s': 'NO_DOMAIN', '*': 'everywhere' }),
  poll('workerid=w', { state: '{domC}' }),
  start('domD', { '{n}_s': 'left,right' }),
  { send: 'GET /tasks/poll/batch/{n}_s?workerid=w&domain=right&timeout=100', state: '{domD}' },
  { send: 'GET /tasks/poll/batch/{n}_s?workerid=w&domain=left&timeout=100', state: '{domD}' },
  { send: 'PUT /workflow/{domA}/pause', state: '{domA}' },
];
