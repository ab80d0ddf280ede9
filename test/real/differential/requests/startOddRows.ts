import { begin, task, type Row } from '../row.ts';

const name = '{n}_startOdd';
const human = task('HUMAN', 'h');
const start = (body: object, more: Partial<Row> = {}): Row => ({
  send: 'POST /workflow',
  body: { name, ...body },
  ...more,
});

/** A start that succeeds, with the state of the new execution. */
const started = (id: string, body: object): Row =>
  start(body, { keep: { [id]: 'text' }, state: `{${id}}` });

const inline = (definition: object) => start({ workflowDef: definition });

/** Starts with odd values: types, priorities, versions, definitions in the request. */
export const startOddRows: readonly Row[] = [
  ...begin('startOdd', [human], { inputTemplate: { a: 'template', b: null } }),
  ...[-1, 100, 99, 0].map((priority) => start({ priority }, { compare: 'shape' })),
  start({ priority: 'x' }),
  start({ priority: [1] }),
  started('oddPriority', { priority: '7' }),
  started('oddFraction', { priority: 3.9 }),
  started('oddNoPriority', { priority: null }),
  ...[[], 'x', 5, true].map((input) => start({ input })),
  start({ input: null }),
  started('oddInput', { input: { a: null, b: [null], c: '', d: { '': 1 }, e: 1e2 } }),
  started('oddVersion', { version: '1' }),
  start({ version: 'x' }),
  start({ version: 99999999999 }),
  start({ priority: 99999999999 }),
  start({ version: 0 }),
  start({ version: -1 }),
  start({ version: 1.5 }, { compare: 'shape' }),
  started('oddNoVersion', { version: null }),
  started('oddCorrelation', { correlationId: 5 }),
  started('oddCorrelationFlag', { correlationId: true }),
  started('oddEmptyCorrelation', { correlationId: '' }),
  start({ correlationId: {} }),
  start({ correlationId: ['a'] }),
  started('oddLongCorrelation', { correlationId: 'ä/ %20"' }),
  start({ name: null }),
  start({ name: '' }),
  start({ name: ' ' }),
  start({ name: 55 }),
  ...['FAIL', 'RETURN_EXISTING', 'FAIL_ON_RUNNING'].map((idempotencyStrategy, index) =>
    started(`once${index}`, { idempotencyKey: '{n}-once', idempotencyStrategy }),
  ),
  start({ idempotencyKey: '{n}-once', idempotencyStrategy: 'RETURN_EXISTING_ON_RUNNING' }),
  started('oddStrategy', { idempotencyStrategy: null }),
  start({ externalInputPayloadStoragePath: '{n}/input.json' }),
  start({ taskToDomain: 'x' }),
  start({ taskToDomain: ['x'] }),
  started('oddDomain', { taskToDomain: { h: 'left', '*': 'right' } }),
  started('oddNumberDomain', { taskToDomain: { h: 5 } }),
  started('oddCreator', { createdBy: 'ann', ownerApp: 'mine', unknownField: { x: 1 } }),
  inline({}),
  inline({ name: '{n}_adhoc' }),
  inline({ name: '{n}_adhoc', tasks: [] }),
  inline({ tasks: [human] }),
  inline({ name: '', tasks: [human] }),
  start({ workflowDef: 'x' }),
  start({ workflowDef: [] }),
  started('oddAdhoc', {
    name: 'other name',
    workflowDef: { name: '{n}_adhoc', tasks: [human], outputParameters: { a: 1 } },
  }),
  started('oddNullDefinition', { workflowDef: null }),
  { send: 'POST /workflow', body: 'null' },
  { send: 'POST /workflow', body: '"x"' },
  { send: 'POST /workflow', body: '[]' },
  { send: 'POST /workflow', body: '' },
  { send: 'POST /workflow' },
  { send: 'POST /workflow', body: '{}', contentType: 'text/plain' },
  ...['-1', '100', 'x', '1.5', '%20'].map((priority) => ({
    send: `POST /workflow/${name}?priority=${priority}`,
    body: {},
  })),
  ...['1.5', '0', '-1', '99999999999', '%20', '%2B1'].map((version) => ({
    send: `POST /workflow/${name}?version=${version}`,
    body: {},
    compare: 'shape' as const,
  })),
  {
    send: `POST /workflow/${name}?correlationId=a%20b&priority=9&version=1`,
    body: { a: 5 },
    keep: { oddQuery: 'text' },
    state: '{oddQuery}',
  },
  {
    send: `POST /workflow/${name}?correlationId=&priority=&version=`,
    body: {},
    keep: { oddEmpty: 'text' },
    state: '{oddEmpty}',
  },
  {
    send: `POST /workflow/${name}?correlationId=a&correlationId=b`,
    body: {},
    keep: { oddTwice: 'text' },
    state: '{oddTwice}',
  },
  ...['"x"', '5', 'null', 'true', ''].map((body) => ({ send: `POST /workflow/${name}`, body })),
  { send: `GET /workflow/running/${name}?startTime=1&endTime=2` },
  { send: `GET /workflow/running/${name}?startTime=1&endTime=99999999999999`, compare: 'shape' },
  { send: `GET /workflow/running/${name}?startTime=abc` },
  { send: `GET /workflow/running/${name}?version=abc` },
];
