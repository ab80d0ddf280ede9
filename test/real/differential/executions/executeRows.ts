import { begin, task, type Row } from '../row.ts';

const execute = (path: string, query = '', body: unknown = {}): Row => ({
  send: `POST /workflow/execute/${path}${query}`,
  body,
});
const strategies = ['TARGET_WORKFLOW', 'BLOCKING_WORKFLOW', 'BLOCKING_TASK', 'BLOCKING_TASK_INPUT'];

/** Starts that wait: until the end, a WAIT, a task, or the time that the caller gives. */
export const executeRows: readonly Row[] = [
  ...begin('execWait', [
    task('HUMAN', 'h'),
    task('WAIT', 'w', { inputParameters: { k: '${workflow.input.k}' } }),
  ]),
  ...begin('execFirst', [
    task('WAIT', 'w', { inputParameters: { k: '${workflow.input.k}' } }),
    task('HUMAN', 'h'),
  ]),
  ...begin('execEnd', [task('SET_VARIABLE', 'v', { inputParameters: { x: 1 } })], {
    outputParameters: { x: '${workflow.variables.x}' },
  }),
  ...begin('execFail', [
    task('TERMINATE', 't', {
      inputParameters: { terminationStatus: 'FAILED', terminationReason: 'because' },
    }),
  ]),
  {
    send: 'POST /metadata/workflow',
    body: {
      name: '{n}_execParent',
      version: 1,
      ownerEmail: 'a@example.com',
      tasks: [
        task('SUB_WORKFLOW', 'sub', { subWorkflowParam: { name: '{n}_execFirst', version: 1 } }),
      ],
    },
  },
  execute('{n}_execEnd/1', '?requestId=r1'),
  execute('{n}_execEnd/1', '?requestId=r1', { input: { a: 1 }, correlationId: 'c', priority: 4 }),
  { ...execute('{n}_execEnd/1'), compare: 'shape' },
  execute('{n}_execEnd/0', '?requestId=r2'),
  execute('{n}_execEnd/7', '?requestId=r2'),
  execute('{n}_execEnd/x', '?requestId=r2'),
  execute('{n}_execNone/1', '?requestId=r2'),
  execute('{n}_execEnd/1', '?requestId=r2', ''),
  execute('{n}_execEnd/1', '?requestId=r2', '[]'),
  execute('{n}_execEnd/1', '?requestId=r2', { name: 'other', version: 5 }),
  execute('{n}_execFail/1', '?requestId=r3'),
  execute('{n}_execFirst/1', '?requestId=r4', { input: { k: 1 } }),
  execute('{n}_execWait/1', '?requestId=r5&waitForSeconds=1'),
  execute('{n}_execWait/1', '?requestId=r5&waitForSeconds=0'),
  execute('{n}_execWait/1', '?requestId=r5&waitForSeconds=-1'),
  execute('{n}_execWait/1', '?requestId=r5&waitForSeconds=abc'),
  execute('{n}_execWait/1', '?requestId=r6&waitForSeconds=2&waitUntilTaskRef=h'),
  execute('{n}_execEnd/1', '?requestId=r6&waitForSeconds=2&waitUntilTaskRef=nobody'),
  ...strategies.map((strategy) =>
    execute('{n}_execFirst/1', `?requestId=r7&returnStrategy=${strategy}`, { input: { k: 2 } }),
  ),
  ...strategies.map((strategy) =>
    execute('{n}_execEnd/1', `?requestId=r7&returnStrategy=${strategy}`),
  ),
  ...strategies.map((strategy) =>
    execute('{n}_execParent/1', `?requestId=r8&returnStrategy=${strategy}&waitForSeconds=2`),
  ),
  ...strategies.map((strategy) =>
    execute('{n}_execWait/1', `?requestId=r9&returnStrategy=${strategy}&waitForSeconds=1`),
  ),
  execute('{n}_execEnd/1', '?requestId=r9&returnStrategy=NONSENSE'),
  execute('{n}_execEnd/1', '?requestId=r9&consistency=DURABLE'),
  execute('{n}_execEnd/1', '?requestId=r9&consistency=NONSENSE'),
];
