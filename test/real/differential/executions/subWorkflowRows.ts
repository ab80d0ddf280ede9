import { begin, task, type Row } from '../row.ts';

const sub = (more: object = {}) =>
  task('SUB_WORKFLOW', 'sub', { subWorkflowParam: { name: '{n}_child', version: 1 }, ...more });

const child = 'tasks.0.subWorkflowId';

/** SUB_WORKFLOW: the child, its end, its failure, its parent's end. */
export const subWorkflowRows: readonly Row[] = [
  {
    send: 'POST /metadata/workflow',
    body: {
      name: '{n}_child',
      version: 1,
      ownerEmail: 'a@example.com',
      tasks: [task('HUMAN', 'ch')],
      outputParameters: { c: '${ch.output.v}' },
    },
  },
  ...begin('parent', [sub({ inputParameters: { z: 1, none: null } }), task('HUMAN', 'end')]),
  { send: 'GET /workflow/{parent}', keep: { child } },
  { send: 'GET /workflow/{child}', compare: 'none', state: '{child}' },
  { send: 'POST /tasks/{parent}/ch/COMPLETED', body: {}, state: '{parent}' },
  { send: 'POST /tasks/{child}/ch/COMPLETED', body: { v: 7 }, state: '{child}' },
  { send: 'GET /workflow/{parent}/status', state: '{parent}' },
  ...begin('parentFails', [sub()]),
  { send: 'GET /workflow/{parentFails}', keep: { child } },
  { send: 'GET /workflow/{child}/status', state: '{child}' },
  { send: 'POST /tasks/{child}/ch/FAILED', body: { v: 7 }, state: '{child}' },
  { send: 'GET /workflow/{child}?includeTasks=false', state: '{parentFails}' },
  ...begin('parentOptional', [sub({ optional: true }), task('HUMAN', 'end')]),
  { send: 'GET /workflow/{parentOptional}', keep: { child } },
  { send: 'GET /workflow/{child}/status', state: '{child}' },
  { send: 'POST /tasks/{child}/ch/FAILED', body: {}, state: '{parentOptional}' },
  ...begin('parentEnds', [sub()]),
  { send: 'GET /workflow/{parentEnds}', keep: { child } },
  { send: 'GET /workflow/{child}/status', state: '{child}' },
  { send: 'DELETE /workflow/{parentEnds}?reason=enough', state: '{parentEnds}' },
  { send: 'GET /workflow/{child}/status', compare: 'none', state: '{child}' },
  ...begin('childEnds', [sub()]),
  { send: 'GET /workflow/{childEnds}', keep: { child } },
  { send: 'GET /workflow/{child}/status', state: '{child}' },
  { send: 'DELETE /workflow/{child}?reason=enough', state: '{childEnds}' },
];
