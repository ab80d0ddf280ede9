import { strict as assert } from 'node:assert';
import { test } from 'node:test';

import { EngineError } from '../../../src/domain/engineError.ts';
import { updateTask } from '../../../src/engines/cognite/wire/endpoints.ts';
import { signedSend } from '../../../src/http/signedSend.ts';
import type { Send } from '../../../src/http/httpRequest.ts';
import { signal, taskRecord } from '../engines/cognite/builders.ts';

const update = updateTask('p', 't', { status: 'COMPLETED' });

/** A server that takes these tokens only, and a sign-in that hands out the others in turn. */
function scene(
  good: readonly string[],
  tokens: readonly string[],
  refused = new EngineError('auth', 'no', { status: 401, nothingApplied: true }),
) {
  const sent: string[] = [];
  const left = [...tokens];
  const send: Send = async (request) => {
    const token = request.headers?.['authorization'] ?? '';
    sent.push(token);
    if (!good.includes(token.replace('Bearer ', ''))) throw refused;
    return request.parse({ status: 200, headers: {}, text: JSON.stringify(taskRecord('a')) });
  };
  let current = left.shift() ?? '';
  const signIn = {
    token: async () => current,
    refused: () => {
      current = left.shift() ?? current;
      return tokens.length > 1;
    },
  };
  return { sent, send: signedSend(send, signIn) };
}

test('after a 401 an update goes out once more, with a new token', async () => {
  const { sent, send } = scene(['new'], ['old', 'new']);
  assert.equal((await send(update, signal)).id, 'a-id');
  assert.deepEqual(sent, ['Bearer old', 'Bearer new']);
});

test('there is no third try', async () => {
  const { sent, send } = scene([], ['one', 'two', 'three']);
  await assert.rejects(send(update, signal), { kind: 'auth', nothingApplied: true });
  assert.equal(sent.length, 2);
});

test('where no other token can be had, nothing is tried again', async () => {
  const { sent, send } = scene([], ['only']);
  await assert.rejects(send(update, signal), { kind: 'auth' });
  assert.equal(sent.length, 1);
});

test('nothing but a 401 is tried again', async () => {
  const errors = [
    new EngineError('forbidden', 'no', { status: 403, nothingApplied: true }),
    new EngineError('unavailable', 'no', { status: 503, nothingApplied: false }),
    new EngineError('network', 'no', { nothingApplied: false }),
  ];
  for (const error of errors) {
    const { sent, send } = scene([], ['old', 'new'], error);
    await assert.rejects(send(update, signal), error);
    assert.equal(sent.length, 1);
  }
});

test('a token that the server echoes does not get into the message', async () => {
  const echo = new EngineError('invalid', 'Bad token canary-4711 given', {
    status: 400,
    nothingApplied: true,
  });
  const { send } = scene([], ['canary-4711'], echo);
  await assert.rejects(send(update, signal), (error) => {
    assert.ok(error instanceof EngineError);
    assert.doesNotMatch(error.message, /canary/);
    assert.deepEqual([error.kind, error.status], ['invalid', 400]);
    return true;
  });
});
