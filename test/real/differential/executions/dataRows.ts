import { begin, task, type Row } from '../row.ts';

const jq = (name: string, queryExpression: unknown, more: object = {}): Row[] =>
  begin(name, [
    task('JSON_JQ_TRANSFORM', 'q', {
      inputParameters: {
        queryExpression,
        a: [{ b: 1 }, { b: 'x' }, { c: null }],
        o: { k: 2 },
        ...more,
      },
    }),
  ]);
const inputs = (name: string, inputParameters: object, input: object = {}): Row[] =>
  begin(name, [task('HUMAN', 'h', { inputParameters })], { input });

/** Data between tasks: JQ, references, live inputs of a loop's condition. */
export const dataRows: readonly Row[] = [
  ...jq('jqPath', '.o.k'),
  ...jq('jqAll', '.'),
  ...jq('jqEach', '.a[] | .b'),
  ...jq('jqIndex', '.a[0].b'),
  ...jq('jqNegative', '.a[-1]'),
  ...jq('jqNone', '.x.y'),
  ...jq('jqPipe', '.o | .k'),
  ...jq('jqArray', '[.a[] | .b]'),
  ...jq('jqObject', '{n: .o.k, "m": .a[1].b}'),
  ...jq('jqLength', '.a | length'),
  ...jq('jqMap', '.a | map(.b)'),
  ...jq('jqSelect', '.a[] | select(.b == 1)'),
  ...jq('jqKeys', '.o | keys'),
  ...inputs('refPlain', { me: '${CPEWF_TASK_ID}' }),
  ...inputs(
    'refDeep',
    {
      first: '${workflow.input.list[0]}',
      dotted: '${workflow.input.o.p.q}',
      missing: '${workflow.input.none.deeper}',
      text: 'a ${workflow.input.n} b ${workflow.input.o} c ${workflow.input.list}',
      nothing: '$',
      open: '${workflow.input.n',
      double: '$${workflow.input.n}',
      nested: { list: ['${workflow.input.n}', { x: '${workflow.input.o}' }] },
      flag: '${workflow.input.flag}',
      whole: '${workflow.input}',
      id: '${workflow.workflowId}',
      created: '${workflow.createTime}',
      owner: '${workflow.ownerApp}',
      priority: '${workflow.priority}',
    },
    { list: [1, 2], 'a key': 3, o: { p: { q: 'deep' } }, n: 1.5, flag: true },
  ),
  ...begin('pollTimes', [
    task('DO_WHILE', 'poll', {
      loopCondition: 'if ($.round < 3) { true; } else { false; }',
      inputParameters: { round: '${poll.output.iteration}' },
      loopOver: [
        task('INLINE', 'i', { inputParameters: { evaluatorType: 'javascript', expression: '1' } }),
      ],
    }),
  ]),
  ...begin('pollValue', [
    task('DO_WHILE', 'poll', {
      loopCondition: "if ($.state == 'done') { false; } else { true; }",
      inputParameters: { state: '${h.output.state}' },
      loopOver: [task('HUMAN', 'h')],
    }),
    task('HUMAN', 'end'),
  ]),
  { send: 'POST /tasks/{pollValue}/h/COMPLETED', body: { state: 'no' }, state: '{pollValue}' },
  { send: 'POST /tasks/{pollValue}/h/COMPLETED', body: { state: 'done' }, state: '{pollValue}' },
  ...begin('keepLast', [
    task('DO_WHILE', 'loop', {
      loopCondition: '$.loop.iteration < 4',
      inputParameters: { keepLastN: 2 },
      loopOver: [task('HUMAN', 'h')],
    }),
    task('HUMAN', 'end'),
  ]),
  ...[1, 2, 3, 4].map((v) => ({
    send: 'POST /tasks/{keepLast}/h/COMPLETED',
    body: { v },
    state: '{keepLast}',
  })),
  ...begin('badCondition', [
    task('DO_WHILE', 'loop', { loopCondition: '$.a.b.c', loopOver: [task('HUMAN', 'h')] }),
  ]),
  { send: 'POST /tasks/{badCondition}/h/COMPLETED', body: {}, state: '{badCondition}' },
];
