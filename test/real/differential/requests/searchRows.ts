import { begin, task, type Row } from '../row.ts';

const type = '{n}_find';
const search = (path: string, query: string, more = '') =>
  `GET ${path}?size=5&sort=startTime:DESC${more}&query=${query.replaceAll(' ', '%20').replaceAll('>', '%3E').replaceAll('<', '%3C').replaceAll('"', '%22')}`;

const workflows = [
  `workflowType=${type}`,
  `workflowType="${type}"`,
  `workflowType='${type}'`,
  `workflowType IN (${type},zz)`,
  `workflowType IN (zz, ${type})`,
  `workflowType IN ('${type}')`,
  `workflowType={n}_fin*`,
  `workflowType=${type} AND status=RUNNING`,
  `workflowType=${type} AND status IN (RUNNING,COMPLETED)`,
  `workflowType=${type} AND status=FAILED`,
  `workflowType=${type} AND startTime>1700000000000 AND startTime<1900000000000`,
  `workflowType=${type} AND startTime<1700000000000`,
  `workflowType=${type} AND endTime>1`,
  `workflowType=${type} AND parentWorkflowId=""`,
  `workflowType=${type} AND version=7`,
  `workflowType=${type} AND bogus=1`,
  `workflowType=${type} OR status=FAILED`,
  `workflowType=${type} and status=RUNNING`,
  `workflowId={found}`,
  `correlationId={n}-found`,
];

const bad = ['garbage', 'startTime>=1', 'startTime>abc', ' AND status=RUNNING'];

/** Searching executions and tasks. */
export const searchRows: readonly Row[] = [
  ...begin('find', [task('HUMAN', 'h'), task('SIMPLE', 's')], { input: { a: [1, { b: null }] } }),
  {
    send: 'POST /workflow',
    body: { name: type, correlationId: '{n}-found' },
    keep: { found: 'text' },
    state: '{found}',
  },
  { send: 'POST /tasks/{found}/h/COMPLETED', body: { v: 1.5 }, state: '{found}' },
  { send: 'POST /tasks/{found}/s/COMPLETED', body: { w: 'x' }, state: '{found}' },
  ...workflows.map((query) => ({ send: search('/workflow/search', query) })),
  ...bad.map((query) => ({ send: search('/workflow/search', query) })),
  { send: search('/workflow/search', 'status!=RUNNING'), compare: 'none' },
  { send: search('/workflow/search', '', `&freeText=${type}`) },
  { send: search('/workflow/search', '', '&freeText={n}-nothing') },
  { send: search('/workflow/search', `workflowType=${type}`, '&topLevelOnly=true') },
  { send: `GET /workflow/search?size=1&start=1&sort=startTime:ASC&query=workflowType=${type}` },
  { send: `GET /workflow/search?size=0&query=workflowType=${type}` },
  { send: `GET /workflow/search?size=-1&sort=startTime:ASC&query=workflowType=${type}` },
  { send: 'GET /workflow/search?size=5001' },
  { send: 'GET /workflow/search?size=abc' },
  { send: search('/workflow/search-v2', `workflowType=${type}`) },
  { send: search('/workflow/search-by-tasks', `workflowType=${type} AND taskDefName={n}_h`) },
  { send: search('/workflow/search-by-tasks-v2', `workflowType=${type} AND taskDefName={n}_h`) },
  { send: search('/workflow/search-by-tasks', 'workflowId={found}') },
  { send: search('/tasks/search', `workflowType=${type} AND status=IN_PROGRESS`) },
  { send: search('/tasks/search', `workflowType=${type} AND taskType=HUMAN`) },
  { send: search('/tasks/search', `workflowType=${type} AND status=SCHEDULED`) },
  { send: search('/tasks/search', `workflowType=${type} AND taskDefName={n}_s`) },
  { send: search('/tasks/search', 'workflowId={found}') },
  { send: search('/tasks/search', 'garbage') },
  { send: search('/tasks/search-v2', `workflowType=${type} AND taskType=HUMAN`) },
];
