import { task, type Row } from '../row.ts';

const owner = { ownerEmail: 'a@example.com' };
const human = task('HUMAN', 'h');
const outputSchema = {
  name: '{n}_schema',
  type: 'JSON',
  data: { type: 'object', properties: { a: { type: 'number' } } },
};

/** Other runs have registered their own definitions on the real server. */
const shared = { compare: 'none' } as const;

/** Valid and invalid workflow and task definitions. */
export const metadataRows: readonly Row[] = [
  { send: 'POST /metadata/workflow', body: { name: '{n}_def', tasks: [human], ...owner } },
  { send: 'POST /metadata/workflow', body: { name: '{n}_def', tasks: [human], ...owner } },
  { send: 'GET /metadata/workflow/{n}_def' },
  { send: 'GET /metadata/workflow/{n}_def?version=1' },
  { send: 'GET /metadata/workflow/{n}_def?version=2' },
  { send: 'GET /metadata/workflow/{n}_def?version=abc' },
  { send: 'GET /metadata/workflow/{n}_none' },
  { send: 'GET /metadata/workflow/{n}_def/versions' },
  { send: 'GET /metadata/workflow/{n}_none/versions' },
  { send: 'GET /metadata/workflow/names', ...shared },
  { send: 'GET /metadata/workflow/names-and-versions', ...shared },
  { send: 'GET /metadata/workflow/latest-versions', ...shared },
  { send: 'GET /metadata/workflow', ...shared },
  { send: 'POST /metadata/workflow', body: {} },
  { send: 'POST /metadata/workflow', body: { name: '{n}_empty', tasks: [], ...owner } },
  { send: 'POST /metadata/workflow', body: { name: '{n}_twice', tasks: [human, human], ...owner } },
  {
    send: 'POST /metadata/workflow',
    body: {
      name: '{n}_dangling',
      tasks: [task('HUMAN', 'h', { inputParameters: { a: '${nobody.output.x}' } })],
      ...owner,
    },
  },
  {
    send: 'POST /metadata/workflow',
    body: {
      name: '{n}_badwait',
      tasks: [task('WAIT', 'w', { inputParameters: { duration: 'a while' } })],
      ...owner,
    },
  },
  { send: 'POST /metadata/workflow', body: '[1' },
  { send: 'POST /metadata/workflow', body: '[]' },
  { send: 'POST /metadata/workflow/validate', body: { name: '{n}_v', tasks: [human], ...owner } },
  { send: 'POST /metadata/workflow/validate', body: { name: '{n}_v', tasks: [], ...owner } },
  {
    send: 'PUT /metadata/workflow',
    body: [{ name: '{n}_def', version: 2, description: 'second', tasks: [human], ...owner }],
  },
  { send: 'GET /metadata/workflow/{n}_def' },
  { send: 'DELETE /metadata/workflow/{n}_def/2' },
  { send: 'DELETE /metadata/workflow/{n}_def/2' },
  { send: 'PATCH /metadata/workflow' },
  { send: 'POST /metadata/taskdefs', body: [{ name: '{n}_retries', retryCount: 1, ...owner }] },
  { send: 'GET /metadata/taskdefs/{n}_retries' },
  { send: 'GET /metadata/taskdefs/{n}_none' },
  {
    send: 'POST /metadata/taskdefs',
    body: [{ name: '{n}_hinted', outputKeys: ['a'], outputSchema, ...owner }],
  },
  { send: 'GET /metadata/taskdefs/{n}_hinted' },
  { send: 'GET /metadata/taskdefs', ...shared },
  { send: 'PUT /metadata/taskdefs', body: { name: '{n}_retries', retryCount: 2, ...owner } },
  { send: 'GET /metadata/taskdefs/{n}_retries' },
  { send: 'PUT /metadata/taskdefs', body: { name: '{n}_none', ...owner } },
  { send: 'POST /metadata/taskdefs', body: [] },
  { send: 'POST /metadata/taskdefs', body: [{}] },
  { send: 'POST /metadata/taskdefs', body: {} },
  { send: 'DELETE /metadata/taskdefs/{n}_retries' },
  { send: 'DELETE /metadata/taskdefs/{n}_retries' },
];
