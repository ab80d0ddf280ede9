import { begin, task, type Row } from '../row.ts';

const signal = (id: string, path: string, body: unknown = {}): Row => ({
  send: `POST /tasks/{${id}}/${path}`,
  body,
});
const strategies = ['TARGET_WORKFLOW', 'BLOCKING_WORKFLOW', 'BLOCKING_TASK', 'BLOCKING_TASK_INPUT'];
const wait = (ref: string) => task('WAIT', ref, { inputParameters: { i: ref } });

/** Signals, which end the WAIT that an execution stands at. */
export const signalRows: readonly Row[] = [
  ...begin('sigNone', [task('HUMAN', 'h'), wait('w')]),
  signal('sigNone', 'COMPLETED/signal'),
  signal('sigNone', 'COMPLETED/signal/sync'),
  { send: 'POST /tasks/nobody/COMPLETED/signal', body: {} },
  { send: 'POST /tasks/nobody/COMPLETED/signal/sync', body: {} },
  ...begin('sig', [wait('w1'), wait('w2'), wait('w3'), wait('w4'), task('HUMAN', 'end')]),
  signal('sig', 'NONSENSE/signal'),
  signal('sig', 'completed/signal/sync'),
  signal('sig', 'COMPLETED/signal', ''),
  signal('sig', 'COMPLETED/signal', '[]'),
  signal('sig', 'COMPLETED/signal?returnStrategy=BLOCKING_TASK', { a: 1 }),
  { ...signal('sig', 'IN_PROGRESS/signal', { b: 1 }), state: '{sig}' },
  ...strategies.map((strategy) =>
    signal('sig', `COMPLETED/signal/sync?returnStrategy=${strategy}`, { s: strategy }),
  ),
  signal('sig', 'COMPLETED/signal/sync?returnStrategy=NONSENSE'),
  { send: 'GET /workflow/{sig}', state: '{sig}' },
  ...begin('sigEnd', [wait('w')]),
  { ...signal('sigEnd', 'COMPLETED/signal/sync', { a: 1 }), state: '{sigEnd}' },
  signal('sigEnd', 'COMPLETED/signal', { a: 1 }),
  signal('sigEnd', 'COMPLETED/signal/sync', { a: 1 }),
  ...begin('sigFail', [wait('w'), task('HUMAN', 'h')]),
  { ...signal('sigFail', 'FAILED/signal/sync', { a: 1 }), state: '{sigFail}' },
  ...begin('sigChild', [wait('w'), task('HUMAN', 'h')]),
  ...begin('sigParent', [
    task('SUB_WORKFLOW', 'sub', { subWorkflowParam: { name: '{n}_sigChild', version: 1 } }),
    wait('own'),
  ]),
  {
    send: 'GET /workflow/{sigParent}',
    keep: { sigInner: 'tasks.0.subWorkflowId' },
    state: '{sigParent}',
  },
  {
    ...signal('sigParent', 'COMPLETED/signal/sync?returnStrategy=BLOCKING_WORKFLOW', { c: 1 }),
    state: '{sigInner}',
  },
];
