import { strict as assert } from 'node:assert';
import net, { type AddressInfo } from 'node:net';
import { type TestContext, test } from 'node:test';
import zlib from 'node:zlib';

import { type EngineErrorKind, isAbort, isEngineError } from '../../../src/domain/engineError.ts';
import { decodeBody } from '../../../src/http/decodeBody.ts';
import { client, read, serve, write } from './server.ts';

const { signal } = new AbortController();

/** A server below HTTP: does as it likes with each connection's first data. */
async function raw(t: TestContext, onData: (socket: net.Socket) => void): Promise<string> {
  const server = net.createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => onData(socket));
    t.after(() => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function failure(
  url: string,
  timeoutMs = 5_000,
): Promise<[EngineErrorKind, boolean, string]> {
  const { send } = client(url, { timeoutMs });
  try {
    await send(write, signal);
  } catch (error) {
    if (isEngineError(error)) return [error.kind, error.nothingApplied, error.message];
    throw error;
  }
  throw new Error('it did not fail');
}

test('connections are kept for the next request', async (t) => {
  const server = await serve(t, (_request, response) => response.end('ok'));
  const { send } = client(server.url);

  for (let i = 0; i < 5; i++) await send(write, signal);

  assert.equal(server.asked.length, 5);
  assert.equal(server.connections(), 1);
});

test('addresses arrive as they are, and what an address cannot hold is encoded', async (t) => {
  const server = await serve(t, (_request, response) => response.end('ok'));
  const { send } = client(server.url);
  const paths = ['', 'a//b%20c%2Fd;e=1?x=%26&y=(z)', 'a b/ü'];

  for (const path of paths) await send({ ...write, path }, signal);

  assert.deepEqual(
    server.asked.map(({ url }) => url),
    ['/', '/a//b%20c%2Fd;e=1?x=%26&y=(z)', '/a%20b/%C3%BC'],
  );
  assert.ok(server.asked.every(({ headers }) => `http://${headers.host}` === server.url));
});

test('packed answers are unpacked', async (t) => {
  const words = 'ä'.repeat(100_000);
  const packings: Record<string, (text: string) => Buffer> = {
    gzip: (text) => zlib.gzipSync(text),
    deflate: (text) => zlib.deflateSync(text),
    'x-gzip': (text) => zlib.gzipSync(text),
    identity: (text) => Buffer.from(text),
  };
  const server = await serve(t, (request, response) => {
    const name = request.url?.slice(1) ?? '';
    response.setHeader('content-encoding', name).end(packings[name]?.(words));
  });
  const { send } = client(server.url);

  for (const path of Object.keys(packings)) {
    assert.equal(await send({ ...read, path }, signal), words, path);
  }
  assert.equal(server.asked[0]?.headers['accept-encoding'], 'gzip, deflate');
});

test('deflate without its header is unpacked, and a bomb is not', async () => {
  const bomb = zlib.gzipSync('0'.repeat(1_000_000));

  assert.equal(await decodeBody(zlib.deflateRawSync('raw'), 'deflate', 100), 'raw');
  await assert.rejects(decodeBody(bomb, 'gzip', 1_000), { code: 'TOO_LARGE' });
  await assert.rejects(decodeBody(Buffer.from('no'), 'gzip', 100), { code: 'BAD_ENCODING' });
  await assert.rejects(decodeBody(Buffer.from('no'), 'br', 100), { code: 'BAD_ENCODING' });
});

test('an answer that is too large is not read to its end', async (t) => {
  const server = await serve(t, (_request, response) => {
    response.on('error', () => undefined).end('x'.repeat(1_000_000));
  });
  const { send } = client(server.url, { largestAnswerBytes: 100_000 });

  await assert.rejects(send(write, signal), (error) => {
    return isEngineError(error, 'badResponse') && /too large to read/.test(error.message);
  });
});

test('a refused connection proves that nothing was applied', async () => {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));

  const [kind, nothingApplied, message] = await failure(`http://127.0.0.1:${port}`);

  assert.deepEqual([kind, nothingApplied], ['network', true]);
  assert.match(
    message,
    /^Nothing answers at http:\/\/127\.0\.0\.1:\d+: the connection was refused/,
  );
});

test('an unknown host proves that nothing was applied', async () => {
  const [kind, nothingApplied, message] = await failure('http://no-such-host.invalid');

  assert.deepEqual([kind, nothingApplied], ['network', true]);
  assert.match(message, /no-such-host\.invalid was not found/);
});

test('a connection that breaks after the request proves nothing', async (t) => {
  const reset = await raw(t, (socket) => socket.resetAndDestroy());
  const closed = await raw(t, (socket) => socket.end());
  const cut = await raw(t, (socket) =>
    socket.end('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nonly this'),
  );
  const unfinished = await raw(t, (socket) =>
    socket.end('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\nhello\r\n'),
  );

  for (const url of [reset, closed, cut, unfinished]) {
    const [kind, nothingApplied, message] = await failure(url);
    assert.deepEqual([kind, nothingApplied], ['network', false]);
    assert.match(message, /broke before the answer was there/);
  }
});

test('what does not speak HTTP is named as such', async (t) => {
  const url = await raw(t, (socket) => socket.end('SSH-2.0-OpenSSH\r\n'));

  const [kind, , message] = await failure(url);

  assert.equal(kind, 'network');
  assert.match(message, /does not answer in HTTP/);
});

test('an answer that breaks a rule of HTTP is not blamed on the URL', async (t) => {
  const ok = 'HTTP/1.1 200 OK\r\n';
  const body = '\r\n2\r\n{}\r\n0\r\n\r\n';
  const table = [
    [
      `content-length: 2\r\ntransfer-encoding: chunked\r\n${body}`,
      /breaks a rule of HTTP.*HPE_INVALID_TRANSFER_ENCODING/,
    ],
    [`content-length: 2\r\ncontent-length: 3\r\n${body}`, /breaks a rule of HTTP/],
    [
      `x: ${'a'.repeat(20_000)}\r\n\r\n`,
      /^The headers of the answer of \S+ are too large to read\.$/,
    ],
  ] as const;
  for (const [rest, sentence] of table) {
    const url = await raw(t, (socket) => socket.end(ok + rest));
    const [kind, nothingApplied, message] = await failure(url);
    assert.deepEqual([kind, nothingApplied], ['badResponse', false]);
    assert.match(message, sentence);
    assert.doesNotMatch(message, /https/);
  }
});

test('a server that does not answer in time is a timeout, which proves nothing', async (t) => {
  const url = await raw(t, () => undefined);
  const stalled = await raw(t, (socket) => {
    socket.write('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nonly this');
  });

  for (const server of [url, stalled]) {
    const [kind, nothingApplied, message] = await failure(server, 50);
    assert.deepEqual([kind, nothingApplied], ['timeout', false]);
    assert.match(message, /did not answer within 0\.05 seconds/);
  }
});

test('an abort passes through as AbortError, before and after the request has left', async (t) => {
  const stop = new AbortController();
  const url = await raw(t, () => stop.abort());
  const { send } = client(url);

  await assert.rejects(send(read, AbortSignal.abort()), isAbort);
  await assert.rejects(send(read, stop.signal), isAbort);
  await assert.rejects(send(write, AbortSignal.abort(new Error('odd reason'))), isAbort);
});
