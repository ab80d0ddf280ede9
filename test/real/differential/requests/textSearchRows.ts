import { begin, startAgain, task, type Row } from '../row.ts';

const input = {
  mail: 'ann.{n}@example.com',
  words: 'two {n}words here',
  price: '1234.5-{n}',
  path: 'a/{n}/b',
  percent: '50%{n} off',
  quote: 'say "{n}hi"',
  umlaut: 'Mü{n}ller',
  under: 'a_{n}_b',
  apostrophe: "it's{n}",
  list: ['{n}inList', { deep: '{n}deep' }],
};
const texts = [
  'ann.{n}@example.com',
  'ANN.{n}@EXAMPLE',
  'two {n}words',
  '{n}words  here',
  '1234.5-{n}',
  'a/{n}/b',
  '50%{n} off',
  'say "{n}hi"',
  '"two {n}words"',
  'Mü{n}ller',
  'MÜ{n}LLER',
  'a_{n}_b',
  'a?{n}',
  '{n}in*ist',
  'two*{n}words',
  'two%{n}words',
  'axx{n}_b',
  '_{n}_',
  "it's{n}",
  '{n}deep',
  'mail=ann.{n}',
  '{mail=ann.{n}@example.com',
  '{n}corr',
  '{n}stopped',
  '{n}nothing',
  '{n}out',
  '{n}_textual',
  '{n}words AND {n}out',
  '{n}words OR {n}nothing',
  'workflowType:{n}_textual',
  '({n}words',
  '*{n}*',
  'RUNNING {n}',
];
const find = (path: string, more: string): Row => ({
  send: `GET ${path}?size=5&sort=startTime:DESC&${more}`,
});
const query = (text: string) =>
  `query=${encodeURIComponent(text).replaceAll(/%7B(\w+)%7D/g, '{$1}')}`;
const freeText = (text: string) =>
  `freeText=${encodeURIComponent(text).replaceAll(/%7B(\w+)%7D/g, '{$1}')}`;

/** Search by free text: wildcards, quotes, letters of other scripts; more of the query language. */
export const textSearchRows: readonly Row[] = [
  ...begin('textual', [task('HUMAN', 'h')], { input }),
  { send: 'POST /tasks/{textual}/h/COMPLETED', body: { o: '{n}out' }, state: '{textual}' },
  {
    send: 'POST /workflow',
    body: { name: '{n}_textual', correlationId: '{n}corr', input: {} },
    keep: { textStop: 'text' },
    state: '{textStop}',
  },
  { send: 'DELETE /workflow/{textStop}?reason={n}stopped', state: '{textStop}' },
  startAgain('textual', 'textOpen', { plain: 1 }),
  ...texts.map((text) => find('/workflow/search', freeText(text))),
  find('/workflow/search', `${freeText('{n}words')}&${query('workflowType={n}_textual')}`),
  find('/workflow/search', `${freeText('{n}words')}&${query('status=RUNNING')}`),
  ...[
    'workflowType={n}_textual AND updateTime>1',
    'workflowType={n}_textual AND updateTime<1',
    'workflowType={n}_textual AND endTime=0',
    'workflowType={n}_textual AND classifier=workflow',
    'workflowType={n}_textual AND classifier=other',
    'workflowType={n}_text*al',
    'workflowType=*{n}_TEXTUAL',
    'workflowType={n}_textual AND status=running',
    'workflowType={n}_textual AND status=*ED',
    'workflowType={n}_textual AND input={n}words',
    'workflowType={n}_textual AND reasonForIncompletion={n}stopped',
    'workflowType={n}_textual AND  status=RUNNING',
    'workflowType = {n}_textual',
    'workflowType={n}_textual AND status IN ("RUNNING", "COMPLETED")',
    'workflowType={n}_textual AND status IN (RUNNING',
    'correlationId={n}corr',
    'correlationId={n}co*',
    'correlationId IN ({n}corr,x)',
    'workflowId IN ({textual},{textStop})',
  ].map((text) => find('/workflow/search', query(text))),
  ...['startTime:ASC', 'workflowType:ASC', 'status:DESC', 'bogus:ASC', 'startTime', ''].map(
    (sort) => ({
      send: `GET /workflow/search?size=3&sort=${sort}&${query('workflowType={n}_textual')}`,
      ...(sort.startsWith('startTime:') ? {} : { compare: 'shape' as const }),
    }),
  ),
  ...['start=abc', 'start=-1', 'size=', 'topLevelOnly=abc'].map((more) => ({
    send: `GET /workflow/search?${more}&sort=startTime:ASC&${query('workflowType={n}_textual')}`,
  })),
  ...['{n}out', 'HUMAN', 'h', '{n}_h'].map((text) =>
    find('/tasks/search', `${freeText(text)}&${query('workflowType={n}_textual')}`),
  ),
  ...['updateTime>1', 'endTime=0', 'taskType=hu*', 'taskId=x', 'status=COMPLETED'].map((text) =>
    find('/tasks/search', query(`workflowType={n}_textual AND ${text}`)),
  ),
  find(
    '/tasks/search-v2',
    query('taskType=HUMAN AND status=IN_PROGRESS AND workflowType={n}_textual'),
  ),
];
