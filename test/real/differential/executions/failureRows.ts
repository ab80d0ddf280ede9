import { begin, task, type Row } from '../row.ts';

const fail = (id: string, ref: string, status = 'FAILED'): Row => ({
  send: `POST /tasks/{${id}}/${ref}/${status}`,
  body: { failed: ref },
  state: `{${id}}`,
});
const human = task('HUMAN', 'h');

/** What a failing task leads to: a failure workflow, optional tasks, missing definitions. */
export const failureRows: readonly Row[] = [
  ...begin('rescue', [task('HUMAN', 'rescue', { inputParameters: { r: '${workflow.input}' } })]),
  ...begin('rescued', [human], { failureWorkflow: '{n}_rescue', input: { a: 1 } }),
  fail('rescued', 'h'),
  {
    send: 'GET /workflow/{rescued}',
    keep: { rescuer: 'output.conductor%2Efailure_workflow' },
    state: '{rescued}',
  },
  { send: 'GET /workflow/{rescuer}/status', state: '{rescuer}' },
  ...begin('rescueEnds', [human], { failureWorkflow: '{n}_rescue' }),
  { send: 'DELETE /workflow/{rescueEnds}?reason=x', state: '{rescueEnds}' },
  ...begin('rescueFails', [human], { failureWorkflow: '{n}_rescue' }),
  {
    send: 'DELETE /workflow/{rescueFails}?reason=x&triggerFailureWorkflow=true',
    state: '{rescueFails}',
  },
  ...begin('rescueMissing', [human], { failureWorkflow: '{n}_none' }),
  fail('rescueMissing', 'h'),
  ...begin(
    'rescueByTask',
    [
      task('TERMINATE', 't', {
        inputParameters: { terminationStatus: 'FAILED', terminationReason: 'because' },
      }),
    ],
    { failureWorkflow: '{n}_rescue' },
  ),
  ...begin('optionalLast', [human, task('HUMAN', 'o', { optional: true })]),
  { send: 'POST /tasks/{optionalLast}/h/COMPLETED', body: {}, state: '{optionalLast}' },
  fail('optionalLast', 'o'),
  ...begin('optionalOnly', [task('SIMPLE', 'o', { optional: true, retryCount: 0 })]),
  fail('optionalOnly', 'o', 'FAILED_WITH_TERMINAL_ERROR'),
  ...begin('permissiveLast', [task('HUMAN', 'p', { permissive: true })]),
  fail('permissiveLast', 'p'),
  ...begin('noSub', [
    task('SUB_WORKFLOW', 'sub', { subWorkflowParam: { name: '{n}_none', version: 1 } }),
    human,
  ]),
  ...begin('noSubOptional', [
    task('SUB_WORKFLOW', 'sub', {
      optional: true,
      subWorkflowParam: { name: '{n}_none', version: 1 },
    }),
    human,
  ]),
  ...['HUMAN', 'WAIT', 'SUB_WORKFLOW', 'any_worker'].flatMap((name, index) =>
    begin(
      `dynamic${index}`,
      [
        task('DYNAMIC', 'd', {
          dynamicTaskNameParam: 'name',
          inputParameters: { name: '${workflow.input.name}', a: 1 },
        }),
        human,
      ],
      { input: { name } },
    ),
  ),
  ...begin(
    'dynamicNone',
    [
      task('DYNAMIC', 'd', {
        dynamicTaskNameParam: 'name',
        inputParameters: { name: '${workflow.input.name}' },
      }),
    ],
    { input: { a: 1 } },
  ),
  ...begin('statuses', [human]),
  ...['TIMED_OUT', 'COMPLETED_WITH_ERRORS', 'SKIPPED', 'RUNNING', ''].map((status) => ({
    send: `POST /tasks/{statuses}/h/${status}`,
    body: {},
  })),
  fail('statuses', 'h', 'FAILED_WITH_TERMINAL_ERROR'),
  ...begin('canceled', [human, task('SIMPLE', 's')]),
  { send: 'POST /tasks/{canceled}/h/COMPLETED', body: {}, state: '{canceled}' },
  { ...fail('canceled', 's', 'CANCELED'), since: '3.32.0' },
];
