import { begin, parserWords, startAgain, task, type Row } from '../row.ts';

const actions: readonly (readonly [string, string])[] = [
  ['PUT', 'pause'],
  ['PUT', 'resume'],
  ['POST', 'restart'],
  ['POST', 'retry'],
  ['POST', 'terminate'],
  ['DELETE', 'remove'],
  ['DELETE', 'terminate-remove'],
];
const send = ([method, path]: readonly [string, string], body: unknown, query = ''): Row => ({
  send: `${method} /workflow/bulk/${path}${query}`,
  body,
});

/** Bulk requests with odd lists and odd flags. */
export const bulkOddRows: readonly Row[] = [
  ...begin('bulkOdd', [task('HUMAN', 'h')]),
  startAgain('bulkOdd', 'bulkTwo'),
  ...actions.map((action) => send(action, [])),
  ...actions.map((action) => send(action, {})),
  ...actions.map((action) => send(action, [null])),
  ...actions.map((action) =>
    send(
      action,
      Array.from({ length: 1001 }, (_, index) => `x${index}`),
    ),
  ),
  send(['PUT', 'pause'], [5, true, '']),
  send(['PUT', 'pause'], [['x']]),
  { ...send(['PUT', 'pause'], 'x'), explain: parserWords },
  send(['PUT', 'pause'], 'null'),
  { ...send(['PUT', 'pause'], ['{bulkOdd}', '{bulkOdd}', '{bulkTwo}']), state: '{bulkOdd}' },
  { ...send(['PUT', 'resume'], ['{bulkOdd}', '{bulkOdd}', '{bulkTwo}']), state: '{bulkOdd}' },
  send(['POST', 'restart'], ['x'], '?useLatestDefinitions=abc'),
  send(['DELETE', 'remove'], ['{bulkOdd}'], '?archiveWorkflow=abc'),
  send(['DELETE', 'terminate-remove'], ['{bulkOdd}'], '?archiveWorkflow=abc'),
  { ...send(['POST', 'terminate'], ['{bulkTwo}', '{bulkTwo}']), state: '{bulkTwo}' },
  { ...send(['POST', 'retry'], ['{bulkTwo}', '{bulkTwo}']), state: '{bulkTwo}' },
  { ...send(['POST', 'terminate'], ['{bulkTwo}'], '?reason=a%20b'), state: '{bulkTwo}' },
  { ...send(['POST', 'restart'], ['{bulkTwo}'], '?useLatestDefinitions=true'), state: '{bulkTwo}' },
  send(['DELETE', 'terminate-remove'], ['{bulkTwo}', 'nobody'], '?archiveWorkflow=false&reason=x'),
  { send: 'GET /workflow/{bulkTwo}' },
  send(['DELETE', 'remove'], ['{bulkOdd}'], '?archiveWorkflow=false'),
  { send: 'GET /workflow/{bulkOdd}' },
];
