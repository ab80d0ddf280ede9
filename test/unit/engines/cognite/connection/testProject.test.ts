import { strict as assert } from 'node:assert';
import { test } from 'node:test';

import { EngineError } from '../../../../../src/domain/engineError.ts';
import { testProject } from '../../../../../src/engines/cognite/connection/testProject.ts';
import { fakeProject, signal } from '../builders.ts';

const acl = (actions: readonly string[], more: object = {}) => ({
  workflowOrchestrationAcl: { actions, scope: { all: {} } },
  ...more,
});
const all = acl(['READ', 'WRITE']);

/** Tests the project "p" with a token that has these rights. */
async function tryToken(inspection: unknown) {
  const { project, requests } = fakeProject(({ path }) =>
    path === 'api/v1/token/inspect' ? inspection : { items: [{ externalId: 'w' }] },
  );
  return { ...(await testProject(project, signal)), requests: requests.length };
}

const projects = [{ projectUrlName: 'p' }];

test('a token with all rights leads to no notes', async () => {
  const table = [
    [all],
    [{ ...all, projectScope: { allProjects: {} } }],
    [{ ...all, projectScope: { projects: ['other', 'p'] } }],
    [acl(['READ']), acl(['WRITE'])],
  ];
  for (const capabilities of table) {
    const found = await tryToken({ projects, capabilities });
    assert.deepEqual(found, { server: 'Cognite project p', notes: [], requests: 2 });
  }
});

test('the missing rights of the token are named', async () => {
  const readOnly = await tryToken({ projects, capabilities: [acl(['READ'])] });
  assert.match(readOnly.notes.join(), /lacks workflowOrchestrationAcl:WRITE/);

  const limited = {
    workflowOrchestrationAcl: { actions: ['READ', 'WRITE'], scope: { datasetScope: {} } },
  };
  const inDataSets = await tryToken({ projects, capabilities: [limited] });
  assert.deepEqual(inDataSets.notes, [
    "The token's workflowOrchestrationAcl is limited to some data sets.",
  ]);
});

test('a token for another project, or without the right to read, is rejected with what it lacks', async () => {
  const elsewhere = [{ projectUrlName: 'other' }, { projectUrlName: 'third' }];
  await assert.rejects(tryToken({ projects: elsewhere, capabilities: [all] }), {
    kind: 'forbidden',
    message: 'The token has no access to the project "p": it has access to other, third.',
  });
  await assert.rejects(tryToken({ projects: [], capabilities: [] }), /no project at all/);
  for (const capabilities of [
    [],
    [acl(['WRITE'])],
    [{ ...all, projectScope: { projects: ['x'] } }],
  ]) {
    await assert.rejects(tryToken({ projects, capabilities }), {
      kind: 'forbidden',
      message: 'The token lacks workflowOrchestrationAcl:READ in "p": it cannot read workflows.',
    });
  }
});

test('a token that may not be inspected is tested all the same', async () => {
  const forbidden = new EngineError('forbidden', 'no', { status: 403, nothingApplied: true });
  const found = await tryToken(forbidden);
  assert.match(found.notes.join(), /may not be inspected/);
  assert.equal(found.requests, 2);
});

test('a rejected token fails the connection test', async () => {
  const auth = new EngineError('auth', 'no', { status: 401, nothingApplied: true });
  await assert.rejects(tryToken(auth), auth);
});
