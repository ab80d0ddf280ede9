import { strict as assert } from 'node:assert';
import { test } from 'node:test';

import { EngineError } from '../../../../../src/domain/engineError.ts';
import { workflowPage } from '../../../../../src/engines/cognite/read/workflowPage.ts';
import { fakeProject, signal } from '../builders.ts';

const version = (workflowExternalId: string, name: string, createdTime: number) => ({
  workflowExternalId,
  version: name,
  createdTime,
});

/** Two workflows, and the server's answers about their versions. */
function serve(versions: (cursor: unknown) => unknown, workflows: readonly string[] = ['a', 'b']) {
  return fakeProject(({ path, body }) => {
    if (path.endsWith('/versions/list')) {
      const value = body?.kind === 'json' ? body.value : null;
      return versions(JSON.stringify(value));
    }
    return { items: workflows.map((externalId) => ({ externalId, lastUpdatedTime: 7 })) };
  });
}

test('the newest version is the last created one, whatever its name', async () => {
  const { project } = serve(() => ({
    items: [
      version('a', '10', 1),
      version('a', '9', 3),
      version('b', 'x', 1),
      version('a', 'v', 2),
    ],
  }));
  const { items, next, notice } = await workflowPage(project, { size: 10 }, signal);
  assert.deepEqual(items, [
    { id: 'a', name: 'a', version: '9', versions: ['9', 'v', '10'], updatedAt: 7 },
    { id: 'b', name: 'b', version: 'x', versions: ['x'], updatedAt: 7 },
  ]);
  assert.deepEqual([next, notice], [undefined, undefined]);
});

test('versions are requested by name, and not at all without workflows', async () => {
  const one = serve(() => ({ items: [] }));
  await workflowPage(one.project, { size: 10 }, signal);
  assert.deepEqual(one.requests[1]?.body, {
    kind: 'json',
    value: { filter: { workflowFilters: [{ externalId: 'a' }, { externalId: 'b' }] }, limit: 200 },
  });

  const none = serve(() => assert.fail('it would list the whole project'), []);
  assert.deepEqual((await workflowPage(none.project, { size: 10 }, signal)).items, []);
  assert.equal(none.requests.length, 1);
});

test('a page requests at most as many workflows as one filter allows', async () => {
  const { project, requests } = serve(() => ({ items: [] }));
  await workflowPage(project, { size: 500 }, signal);
  assert.deepEqual(requests[0]?.query, { limit: 100, cursor: undefined });
});

test('workflows are listed with a notice where versions are too many or unreadable', async () => {
  const endless = serve(() => ({ items: [version('a', '1', 1)], nextCursor: 'more' }));
  const page = await workflowPage(endless.project, { size: 10 }, signal);
  assert.equal(page.items.length, 2);
  assert.match(page.notice ?? '', /Some versions are missing/);
  assert.equal(endless.requests.length, 6);

  const broken = new EngineError('badResponse', 'too large', { nothingApplied: false });
  const unread = await workflowPage(serve(() => broken).project, { size: 10 }, signal);
  assert.deepEqual(
    unread.items.map((one) => one.versions),
    [[], []],
  );
  assert.match(unread.notice ?? '', /Some versions are missing/);
});

test('an abort is passed on', async () => {
  const abort = new DOMException('stop', 'AbortError');
  await assert.rejects(workflowPage(serve(() => abort).project, { size: 10 }, signal), abort);
});
