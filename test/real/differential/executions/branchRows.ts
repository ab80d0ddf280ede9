import { begin, task, type Row } from '../row.ts';

const choose = (more: object) => [
  task('SWITCH', 'sw', {
    evaluatorType: 'value-param',
    expression: 'k',
    inputParameters: { k: '${workflow.input.k}' },
    decisionCases: { one: [task('HUMAN', 'h1'), task('HUMAN', 'h2')] },
    ...more,
  }),
  task('HUMAN', 'after'),
];

/** SWITCH, DECISION, FORK, dynamic FORK, JOIN, TERMINATE and the tasks that end at once. */
export const branchRows: readonly Row[] = [
  ...begin('one', choose({}), { input: { k: 'one' } }),
  { send: 'POST /tasks/{one}/h1/COMPLETED', body: {}, state: '{one}' },
  { send: 'POST /tasks/{one}/h2/COMPLETED', body: {}, state: '{one}' },
  { send: 'POST /tasks/{one}/after/COMPLETED', body: {}, state: '{one}' },
  ...begin('other', choose({}), { input: { k: 'other' } }),
  ...begin('fallback', choose({ defaultCase: [task('HUMAN', 'h0')] }), { input: {} }),
  ...begin(
    'script',
    choose({ evaluatorType: 'javascript', expression: "$.k > 2 ? 'one' : 'two'" }),
    { input: { k: 3 } },
  ),
  ...begin('switchLast', choose({}).slice(0, 1), { input: { k: 'none' } }),
  ...begin('decision', [
    task('DECISION', 'd', {
      caseValueParam: 'c',
      inputParameters: { c: 'x' },
      decisionCases: { x: [task('HUMAN', 'h')] },
    }),
  ]),
  { send: 'POST /tasks/{decision}/h/COMPLETED', body: {}, state: '{decision}' },
  ...begin('fork', [
    task('FORK_JOIN', 'f', {
      forkTasks: [[task('HUMAN', 'a1'), task('HUMAN', 'a2')], [task('SIMPLE', 'b')]],
    }),
    task('JOIN', 'j', { joinOn: ['a2', 'b'] }),
    task('HUMAN', 'end', { inputParameters: { all: '${j.output}', a: '${a1.output.v}' } }),
  ]),
  { send: 'POST /tasks/{fork}/a1/COMPLETED', body: { v: 1 }, state: '{fork}', patient: true },
  { send: 'POST /tasks/{fork}/b/COMPLETED', body: { v: 2 }, state: '{fork}', patient: true },
  { send: 'POST /tasks/{fork}/a2/COMPLETED', body: { v: 3 }, state: '{fork}', patient: true },
  { send: 'POST /tasks/{fork}/end/COMPLETED', body: {}, state: '{fork}', patient: true },
  ...begin(
    'dynamic',
    [
      task('FORK_JOIN_DYNAMIC', 'f', {
        dynamicForkTasksParam: 'tasks',
        dynamicForkTasksInputParamName: 'inputs',
        inputParameters: { tasks: '${workflow.input.tasks}', inputs: '${workflow.input.inputs}' },
      }),
      task('JOIN', 'j'),
    ],
    {
      input: {
        tasks: [task('HUMAN', 'd1'), task('HUMAN', 'd2')],
        inputs: { d1: { a: 1 }, d2: { b: 2 } },
      },
    },
  ),
  { send: 'POST /tasks/{dynamic}/d1/COMPLETED', body: { q: 1 }, state: '{dynamic}', patient: true },
  { send: 'POST /tasks/{dynamic}/d2/COMPLETED', body: { q: 2 }, state: '{dynamic}', patient: true },
  ...['COMPLETED', 'FAILED', 'TERMINATED'].flatMap((status) =>
    begin(
      `end${status}`,
      [
        task('TERMINATE', 't', {
          inputParameters: {
            terminationStatus: status,
            terminationReason: 'because',
            workflowOutput: { k: '${workflow.input.a}' },
          },
        }),
        task('HUMAN', 'never'),
      ],
      { input: { a: 4 } },
    ),
  ),
  ...begin('atOnce', [
    task('SET_VARIABLE', 'v', { inputParameters: { x: 5, y: { z: 1 } } }),
    task('INLINE', 'i', {
      inputParameters: {
        evaluatorType: 'javascript',
        expression: '(function () { return $.v + 1; })()',
        v: '${workflow.variables.x}',
      },
    }),
    task('JSON_JQ_TRANSFORM', 'q', {
      inputParameters: { queryExpression: '.a.b', a: { b: '${i.output.result}' } },
    }),
    task('NOOP', 'n'),
    task('HUMAN', 'h', {
      inputParameters: {
        result: '${q.output.result}',
        text: 'x ${i.output.result} y ${i.output.none}',
        deep: { list: ['${workflow.variables.y}', '${workflow.workflowId}'] },
        name: '${workflow.workflowType}.${workflow.version}',
        none: null,
      },
    }),
  ]),
  ...begin('graal', [
    task('INLINE', 'i', { inputParameters: { evaluatorType: 'graaljs', expression: '1 + 1' } }),
  ]),
  ...begin('byName', [
    task('INLINE', 'i', {
      inputParameters: { evaluatorType: 'value-param', expression: 'v', v: [1] },
    }),
  ]),
  ...begin('badScript', [
    task('INLINE', 'i', {
      inputParameters: { evaluatorType: 'javascript', expression: '$.x.y.z' },
    }),
  ]),
  ...begin('outputs', [task('HUMAN', 'h')], {
    outputParameters: { whole: '${h.output}', part: '${h.output.a.b}', text: 'is ${h.status}' },
  }),
  { send: 'POST /tasks/{outputs}/h/COMPLETED', body: { a: { b: 1 } }, state: '{outputs}' },
];
