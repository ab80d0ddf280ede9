import { strict as assert } from 'node:assert';
import { test } from 'node:test';

import { EngineError, isEngineError } from '../../../../../src/domain/engineError.ts';
import { createCatalogue } from '../../../../../src/engines/conductor/read/catalogue.ts';
import type { Send } from '../../../../../src/http/httpRequest.ts';

const { signal } = new AbortController();
const light = 'metadata/workflow/names-and-versions';
const full = 'metadata/workflow';

/** A server with these paths; any other path fails with this kind of error. */
function server(paths: Readonly<Record<string, object>>, kind: EngineError['kind'] = 'notFound') {
  const asked: string[] = [];
  const send: Send = async (request) => {
    asked.push(request.path);
    const body = paths[request.path];
    if (body === undefined) throw new EngineError(kind, 'no', { nothingApplied: true });
    return request.parse({ status: 200, headers: {}, text: JSON.stringify(body) });
  };
  return { asked, catalogue: createCatalogue(send) };
}

const names = (...all: readonly string[]) =>
  Object.fromEntries(all.map((name) => [name, [{ name, version: 1 }]]));

test('workflows come in pages that end where the list does', async () => {
  const { catalogue } = server({ [light]: names('d', 'b', 'a', 'c') });
  const first = await catalogue.page({ size: 2 }, signal);
  assert.ok(first.next);
  const second = await catalogue.page({ size: 2, cursor: first.next }, signal);
  assert.deepEqual(
    [...first.items, ...second.items].map((workflow) => workflow.id),
    ['a', 'b', 'c', 'd'],
  );
  assert.deepEqual([first.total, second.total, second.next], [4, 4, undefined]);
});

test('an old server is asked for full definitions', async () => {
  for (const kind of ['notFound', 'unsupported'] as const) {
    const { catalogue, asked } = server({ [full]: [{ name: 'a', version: 3 }] }, kind);
    const { items } = await catalogue.page({ size: 5 }, signal);
    assert.deepEqual(
      items.map(({ id, version }) => [id, version]),
      [['a', '3']],
    );
    assert.deepEqual(asked, [light, full]);
  }
});

test('any other failure is passed on', async () => {
  const { catalogue, asked } = server({}, 'forbidden');
  await assert.rejects(catalogue.page({ size: 5 }, signal), (error) =>
    isEngineError(error, 'forbidden'),
  );
  assert.deepEqual(asked, [light]);
});
