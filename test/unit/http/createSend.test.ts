import { strict as assert } from 'node:assert';
import { test } from 'node:test';

import { isEngineError } from '../../../src/domain/engineError.ts';
import { parseJson, stringifyJson } from '../../../src/domain/json.ts';
import { ShapeError } from '../../../src/http/shapeError.ts';
import { client, read, serve, write } from './server.ts';

const { signal } = new AbortController();

test('a request goes out as it was described', async (t) => {
  const server = await serve(t, (_request, response) => response.end('fine'));
  const { send } = client(`${server.url}/prefix`, { headers: async () => ({ 'x-key': 'k' }) });

  const said = await send({ ...write, query: { a: 'ü&=', b: 2, c: undefined } }, signal);
  await send({ ...write, body: { kind: 'text', text: 'plain' } }, signal);

  assert.equal(said, 'fine');
  const [first, second] = server.asked;
  assert.equal(first?.method, 'POST');
  assert.equal(first?.url, '/prefix/thing?a=%C3%BC%26%3D&b=2');
  assert.equal(first?.headers['content-type'], 'application/json');
  assert.equal(first?.headers['x-key'], 'k');
  assert.equal(first?.body, '{"a":1}');
  assert.deepEqual([second?.headers['content-type'], second?.body], ['text/plain', 'plain']);
});

test('axios adds no header of its own', async (t) => {
  const server = await serve(t, (_request, response) => response.end('fine'));
  const { send } = client(server.url);
  const { body: _body, ...empty } = write;

  for (const method of ['GET', 'DELETE', 'POST', 'PUT', 'PATCH'] as const) {
    await send({ ...empty, method }, signal);
  }

  const byNode = ['accept-encoding', 'connection', 'host', 'content-length', 'transfer-encoding'];
  assert.deepEqual(
    server.asked.map(({ headers }) => Object.keys(headers).filter((n) => !byNode.includes(n))),
    [[], [], [], [], []],
  );
});

test('a text that is JSON goes out and comes back as it was written', async (t) => {
  const spaced = ' {"n": 1.0} ';
  const server = await serve(t, (_request, response) => response.end(spaced));
  const { send } = client(server.url);
  const headers = { 'content-type': 'application/json' };

  const said = await send({ ...write, body: { kind: 'text', text: spaced }, headers }, signal);

  assert.deepEqual([server.asked[0]?.body, said], [spaced, spaced]);
});

test('numbers keep their digits on both ways', async (t) => {
  const server = await serve(t, (_request, response) => response.end('{"n":12345678901234567890}'));
  const { send } = client(server.url);

  const value = await send({ ...read, parse: (answer) => parseJson(answer.text) }, signal);
  await send({ ...write, body: { kind: 'json', value } }, signal);

  assert.equal(stringifyJson(value), '{"n":12345678901234567890}');
  assert.equal(server.asked[1]?.body, '{"n":12345678901234567890}');
});

test('a body that does not parse is a bad response that never quotes it', async (t) => {
  const server = await serve(t, (_request, response) => response.end('{"secret-thing": nope'));
  const { send, lines } = client(server.url);
  const notJson = { ...read, parse: (answer: { text: string }) => parseJson(answer.text) };
  const misshapen = {
    ...read,
    parse: () => {
      throw new ShapeError(['status is null', 'total is a text']);
    },
  };

  await assert.rejects(send(notJson, signal), (error) => {
    assert.ok(isEngineError(error, 'badResponse'));
    assert.equal(error.cause, undefined);
    assert.doesNotMatch(error.message, /secret-thing/);
    return true;
  });
  await assert.rejects(send(misshapen, signal), (error) => {
    assert.ok(isEngineError(error, 'badResponse'));
    assert.match(error.message, /shape: status is null, total is a text\.$/);
    return true;
  });
  assert.doesNotMatch(lines.join('\n'), /secret-thing/);
});

test('a login page is told from data, whatever its status', async (t) => {
  const page = '<!DOCTYPE html><html><head><title>Sign in</title></head></html>';
  const server = await serve(t, (request, response) => {
    response.statusCode = Number(request.url?.split('/').at(-1));
    response.setHeader('content-type', 'text/html; charset=utf-8').end(page);
  });
  const { send } = client(server.url);
  const parse = (answer: { text: string }) => parseJson(answer.text);

  for (const [status, kind] of [
    [200, 'badResponse'],
    [401, 'auth'],
    [403, 'forbidden'],
    [404, 'badResponse'],
    [400, 'badResponse'],
  ] as const) {
    await assert.rejects(send({ ...read, path: String(status), parse }, signal), (error) => {
      assert.ok(isEngineError(error, kind), `${status}: ${String(error)}`);
      assert.match(error.message, /with a web page \("Sign in"\), not with data/);
      return true;
    });
  }
});

test('a redirect is named and not followed', async (t) => {
  const elsewhere = await serve(t, (_request, response) => response.end('never'));
  const server = await serve(t, (_request, response) => {
    response.writeHead(302, { location: `${elsewhere.url}/login?token=abc` }).end();
  });
  const { send } = client(server.url, { headers: async () => ({ authorization: 'topsecret' }) });

  await assert.rejects(send(read, signal), (error) => {
    assert.ok(isEngineError(error, 'badResponse'));
    assert.ok(error.message.includes(`a redirect to ${elsewhere.url}/login,`), error.message);
    return true;
  });
  assert.equal(elsewhere.asked.length, 0);
});

test('no secret shows in a log line or an error', async (t) => {
  const server = await serve(t, (_request, response) => {
    response.writeHead(403).end('you sent key-123456, tok-abcdef and Bearer abcdefghijkl');
  });
  const headers = async () => ({ 'x-key': 'key-123456', authorization: 'Custom tok-abcdef' });
  const { send, lines } = client(server.url, { headers });

  await assert.rejects(
    send({ ...read, query: { q: 'key-123456', token: 'tttttttt' } }, signal),
    (error) => {
      assert.ok(isEngineError(error, 'forbidden'));
      assert.doesNotMatch(error.message, /key-123456|tok-abcdef|abcdefghijkl/);
      return true;
    },
  );
  assert.equal(lines.length, 1);
  assert.doesNotMatch(lines.join('\n'), /key-123456|tttttttt/);
});

test('every request is logged with its status and time', async (t) => {
  const server = await serve(t, (_request, response) => response.writeHead(204).end());
  const { send, lines } = client(server.url);

  await send(read, signal);

  assert.deepEqual(lines, [`GET ${server.url}/thing → 204 in 0 ms`]);
});

test('a failure is known though the transport comes from another bundle', async () => {
  class TransportError extends Error {
    override readonly name = 'TransportError';
    readonly code = 'ECONNREFUSED';
    readonly neverLeft = true;
  }
  const { send } = client('http://127.0.0.1:9', {
    transport: async () => {
      throw new TransportError('transport failed');
    },
  });

  await assert.rejects(
    send(write, signal),
    (error) => isEngineError(error, 'network') && error.nothingApplied,
  );
});
