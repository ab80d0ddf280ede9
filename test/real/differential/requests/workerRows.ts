import { begin, task, type Row } from '../row.ts';

/** Requests of workers: polling, queues, a start delay. */
export const workerRows: readonly Row[] = [
  ...begin('work', [task('SIMPLE', 's', { name: '{n}_work' })]),
  { send: 'GET /tasks/queue/sizes?taskType={n}_work&taskType={n}_none' },
  { send: 'GET /tasks/queue/size?taskType={n}_work' },
  { send: 'GET /tasks/queue/polldata?taskType={n}_none' },
  { send: 'GET /tasks/poll/{n}_none' },
  { send: 'GET /tasks/poll/{n}_work?workerid=w1', keep: { polled: 'taskId' }, state: '{work}' },
  { send: 'GET /tasks/poll/{n}_work?workerid=w1' },
  { send: 'GET /tasks/queue/polldata?taskType={n}_work' },
  { send: 'GET /tasks/queue/size?taskType={n}_work', compare: 'shape' },
  {
    send: 'POST /tasks',
    body: {
      workflowInstanceId: '{work}',
      taskId: '{polled}',
      status: 'IN_PROGRESS',
      outputData: { percent: 50 },
      callbackAfterSeconds: 60,
      workerId: 'w1',
    },
    state: '{work}',
  },
  { send: 'GET /tasks/poll/{n}_work?workerid=w2' },
  { send: 'POST /tasks/{work}/s/COMPLETED?workerid=me', body: { percent: 100 }, state: '{work}' },
  ...begin('batch', [task('SIMPLE', 's', { name: '{n}_batch' })]),
  { send: 'GET /tasks/poll/batch/{n}_none?timeout=10' },
  { send: 'GET /tasks/poll/batch/{n}_batch?count=5&timeout=100&workerid=w1', state: '{batch}' },
  { send: 'GET /tasks/poll/batch/{n}_batch?timeout=9999' },
  { send: 'POST /tasks/queue/requeue/{n}_none' },
  { send: 'POST /tasks/update-v2', body: {}, compare: 'none' },
  ...begin('delayed', [task('SIMPLE', 's', { startDelay: 30 })]),
  { send: 'GET /tasks/poll/{n}_s?workerid=w1', compare: 'none' },
];
