import { strict as assert } from 'node:assert';
import { test } from 'node:test';

import { explainCognite } from '../../../../../src/engines/cognite/connection/explainCognite.ts';
import { explainToken } from '../../../../../src/engines/cognite/connection/requestToken.ts';

test('the reason is read from every shape of error that services send', () => {
  const table = [
    [{ error: { code: 400, message: 'bad' } }, 400, 'bad'],
    [{ error: 'plain' }, 500, 'plain'],
    [
      { error: { code: 404, message: 'Not there.', missing: [{ externalId: 'x' }, { id: 7 }] } },
      404,
      'Not there. Missing: x, 7.',
    ],
    [
      { error: { code: 409, message: 'Twice.', duplicated: [{ externalId: 'x' }] } },
      409,
      'Twice. Duplicated: x.',
    ],
    [{ message: 'elsewhere' }, 500, undefined],
    [[1], 500, undefined],
    [null, 500, undefined],
  ] as const;
  for (const [body, status, reason] of table) {
    assert.equal(explainCognite(body, status).reason, reason, JSON.stringify(body));
  }
});

test('a 403 names the capabilities that are needed', () => {
  const { reason } = explainCognite({ error: { code: 403, message: 'Forbidden' } }, 403);
  assert.match(reason ?? '', /^Forbidden\. .*workflowOrchestrationAcl:READ.*:WRITE\.$/);
});

test('a rejection by the identity provider is a failed sign-in, with its own message', () => {
  const body = { error: 'invalid_client', error_description: 'Wrong secret.' };
  for (const status of [400, 401, 403]) {
    assert.deepEqual(explainToken(body, status), {
      reason: 'invalid_client: Wrong secret.',
      kind: 'auth',
    });
  }
  assert.deepEqual(explainToken({}, 500), {});
});
