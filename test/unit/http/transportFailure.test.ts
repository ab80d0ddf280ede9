import { strict as assert } from 'node:assert';
import { test } from 'node:test';

import { TransportError } from '../../../src/http/transport.ts';
import { transportFailure } from '../../../src/http/transportFailure.ts';

test('every way to get no answer is one clear sentence', () => {
  const table = {
    DEPTH_ZERO_SELF_SIGNED_CERT: /certificate of https:\/\/h is not trusted \(DEPTH_ZERO/,
    CERT_HAS_EXPIRED: /certificate .*CERT_HAS_EXPIRED/,
    EPROTO: /does not speak TLS/,
    EAI_AGAIN: /host of https:\/\/h was not found/,
    EHOSTUNREACH: /cannot be reached from here/,
    ETIMEDOUT: /did not answer within 15 seconds/,
    TOO_LARGE: /too large to read/,
    HPE_INVALID_CONSTANT: /does not answer in HTTP/,
    SOMETHING_NEW: /broke before the answer was there \(SOMETHING_NEW\)/,
  };
  for (const [code, message] of Object.entries(table)) {
    const error = transportFailure(new TransportError(code, true), 'https://h', 15_000);
    assert.match(error.message, message);
    assert.equal(error.nothingApplied, true);
  }
});
