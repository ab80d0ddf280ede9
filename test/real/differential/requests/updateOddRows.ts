import { begin, parserWords, startAgain, task, type Row } from '../row.ts';

const base = { workflowInstanceId: '{odd}', taskId: '{oddTask}' };
const update = (body: object): Row => ({
  send: 'POST /tasks',
  body: { ...base, status: 'IN_PROGRESS', ...body },
  state: '{odd}',
});
const raw = (fields: string, more: Partial<Row> = {}): Row => ({
  send: 'POST /tasks',
  body: `{"workflowInstanceId":"{odd}","taskId":"{oddTask}","status":"IN_PROGRESS",${fields}}`,
  state: '{odd}',
  ...more,
});
/** Not JSON. */
const bad = (fields: string): Row => raw(fields, { explain: parserWords });
const byRef = (query: string, body: unknown = {}, contentType?: string): Row => ({
  send: `POST /tasks/{odd}/h/IN_PROGRESS${query}`,
  body,
  state: '{odd}',
  ...(contentType === undefined ? {} : { contentType }),
});

/** Updates with odd values: types, enums, paths, numbers, repeated parameters. */
export const updateOddRows: readonly Row[] = [
  ...begin('odd', [task('HUMAN', 'h')]),
  { send: 'GET /workflow/{odd}', keep: { oddTask: 'tasks.0.taskId' } },
  ...['x', 5, true, [], null].map((outputData) => update({ outputData })),
  update({ outputMessage: { a: 1 } }),
  update({ outputMessage: 'x' }),
  update({ externalOutputPayloadStoragePath: '' }),
  update({ externalOutputPayloadStoragePath: null }),
  ...[5, 9, -1, 1.5].map((status) => update({ status, outputData: { status } })),
  ...[true, [], {}, '', ' ', 'in_progress'].map((status) => update({ status })),
  ...[1.9, '7', ' 8 ', '', null, true, -3, [5], {}, '1.5', 1e3, 99999999999].map(
    (callbackAfterSeconds) => update({ callbackAfterSeconds }),
  ),
  ...[5, true, [], {}, null].map((reasonForIncompletion) => update({ reasonForIncompletion })),
  ...[5, true, [], ''].map((workerId) => update({ workerId })),
  ...['true', 'yes', 1, 0, null, {}, 'false'].map((extendLease) => update({ extendLease })),
  ...['x', {}, [null], ['line'], [{ log: 5 }], [{ log: 'l', createdTime: 'x' }]].map((logs) =>
    update({ logs }),
  ),
  update({ logs: [{ log: 'one' }, { log: 'two', createdTime: 1.5 }, { createdTime: 3 }] }),
  { send: 'GET /tasks/{oddTask}/log', compare: 'shape' },
  update({ subWorkflowId: 5 }),
  update({ taskId: 5 }),
  update({ taskId: ' ' }),
  update({ workflowInstanceId: {} }),
  update({ unknownField: 1, outputData: { known: 1 } }),
  raw('"outputData":{"a":1,"a":2}'),
  raw('"outputData":{"n":1e400,"m":-1e400}'),
  bad('"outputData":{"n":NaN}'),
  raw('"outputData":{"n":1e309,"z":-0,"y":0.1e-7,"x":123456789012345678901234567890.5}'),
  raw('"outputData":{"__proto__":{"a":1},"constructor":1,"toString":2}'),
  raw('"outputData":{"":1," ":2,"ä":"\\ud83d\\ude00","u":"\\ud83d"}'),
  raw('"outputData":{"deep":[[[[[[[[[[1]]]]]]]]]]}'),
  bad('"outputData":{"a":1},'),
  bad('"outputData":{a:1}'),
  bad("'outputData':{}"),
  bad('"outputData":{"a":01}'),
  bad('"outputData":{"a":"tab\there"}'),
  raw('"outputData":{"a":1}} trailing {'),
  byRef('?workerid=a&workerid=b'),
  byRef('?workerid='),
  byRef('?workerid=%20'),
  byRef('?workerId=upper'),
  byRef('?workerid=%C3%A4'),
  byRef('', '{"a":1}', 'application/json;charset=utf-8'),
  byRef('', '{"a":2}', 'application/vnd.api+json'),
  { ...byRef('', '{"a":3}', 'application/xml'), explain: parserWords },
  byRef('', '{"a":4}', 'nonsense'),
  byRef('', '{"n":1e400}'),
  byRef('', '"x"'),
  byRef('', 'true'),
  byRef('', '1.5'),
  byRef('', '{"a":1}{"b":2}'),
  byRef('', '{"a":1} // c'),
  byRef('', '  {"a":5}  '),
  byRef('', '\ufeff{"a":6}'),
  { send: 'POST /tasks/{odd}/H/IN_PROGRESS', body: {}, state: '{odd}' },
  { send: 'POST /tasks/{odd}/%20h/IN_PROGRESS', body: {}, state: '{odd}' },
  { send: 'POST /tasks/{odd}/h__1/IN_PROGRESS', body: {}, state: '{odd}' },
  { send: 'POST /tasks/{odd}/h/COMPLETED/sync', body: { end: 1 }, state: '{odd}' },
  ...[0, 1, 2, 3].flatMap((status) => {
    const id = `ordinal${status}`;
    return [
      ...(status === 0 ? begin(id, [task('HUMAN', 'h')]) : [startAgain('ordinal0', id)]),
      { send: `GET /workflow/{${id}}`, keep: { [`${id}Task`]: 'tasks.0.taskId' } },
      {
        send: 'POST /tasks',
        body: {
          workflowInstanceId: `{${id}}`,
          taskId: `{${id}Task}`,
          status,
          outputData: { status },
        },
        state: `{${id}}`,
      },
    ];
  }),
  ...begin('external', [task('HUMAN', 'h')]),
  { send: 'GET /workflow/{external}', keep: { externalTask: 'tasks.0.taskId' } },
  {
    send: 'POST /tasks',
    body: {
      workflowInstanceId: '{external}',
      taskId: '{externalTask}',
      status: 'IN_PROGRESS',
      outputData: { a: 1 },
      externalOutputPayloadStoragePath: '{n}/output.json',
    },
    state: '{external}',
  },
  { send: 'POST /tasks/{external}/h/COMPLETED', body: {}, state: '{external}' },
  { send: 'DELETE /workflow/{external}?reason=x', state: '{external}' },
  { send: 'GET /tasks/{externalTask}' },
];
