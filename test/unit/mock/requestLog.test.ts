import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';

import { createMock } from '../../../src/mock/mock.ts';
import type { RecordedRequest } from '../../../src/mock/requestLog.ts';

test('a request is recorded with its decompressed body', async () => {
  const mock = createMock({ seed: 'empty' });
  const ask = (body: Uint8Array<ArrayBuffer>) =>
    mock.fetch(
      new Request('http://mock/api/v1/projects/p/workflows', {
        method: 'POST',
        headers: { 'content-encoding': 'gzip' },
        body,
      }),
    );
  await ask(new Uint8Array(gzipSync('{"items":["ä"]}')));
  await ask(new TextEncoder().encode('\u001f no gzip'));
  const broken = new Uint8Array(gzipSync('{}')).slice(0, 12);
  await ask(broken);
  const answer = await mock.fetch(new Request('http://mock/__mock__/requests'));
  const [packed, plain, cut] = (await answer.json()) as RecordedRequest[];
  assert.equal(packed?.body, '{"items":["ä"]}');
  assert.equal(plain?.body, '\u001f no gzip');
  assert.equal(cut?.body, new TextDecoder().decode(broken));
});
