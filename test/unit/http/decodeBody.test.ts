import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import zlib from 'node:zlib';

import { isEngineError } from '../../../src/domain/engineError.ts';
import { client, read, serve, write } from './server.ts';
import { parseJson, stringifyJson } from '../../../src/domain/json.ts';

const { signal } = new AbortController();

interface Said {
  readonly body: string | Buffer;
  readonly encoding?: string;
  readonly type?: string;
  readonly status?: number;
}

async function ask(t: Parameters<typeof serve>[0], said: Said, request = read): Promise<string> {
  const server = await serve(t, (_request, response) => {
    if (said.encoding !== undefined) response.setHeader('content-encoding', said.encoding);
    response.setHeader('content-type', said.type ?? 'application/json');
    response.writeHead(said.status ?? 200).end(said.body);
  });
  return await client(server.url).send(request, signal);
}

async function failure(t: Parameters<typeof serve>[0], said: Said) {
  try {
    await ask(t, said, write);
  } catch (error) {
    if (isEngineError(error)) return error;
    throw error;
  }
  throw new Error('it did not fail');
}

test('a Content-Encoding that packs nothing is passed over', async (t) => {
  const none = ['UTF-8', 'utf8', '', 'none', 'identity', ' , identity', 'None, UTF-8'];
  for (const encoding of none) assert.equal(await ask(t, { body: 'ü', encoding }), 'ü', encoding);
});

test('codings are undone from the last to the first', async (t) => {
  const twice = zlib.deflateSync(zlib.gzipSync('ü'));
  const table: Readonly<Record<string, Buffer>> = {
    'gzip, identity': zlib.gzipSync('ü'),
    'UTF-8, GZIP': zlib.gzipSync('ü'),
    'gzip, deflate': twice,
    'x-gzip,none,deflate': twice,
  };
  for (const [encoding, body] of Object.entries(table)) {
    assert.equal(await ask(t, { body, encoding }), 'ü', encoding);
  }
});

test('an unknown coding is named in one sentence', async (t) => {
  for (const encoding of ['br', 'gzip, br']) {
    const error = await failure(t, { body: '{}', encoding });
    assert.deepEqual([error.kind, error.nothingApplied], ['badResponse', false]);
    assert.match(
      error.message,
      /^The answer of \S+ is packed as "br", which cannot be unpacked here\.$/,
    );
  }
  const many = await failure(t, { body: '{}', encoding: Array(50).fill('gzip').join(',') });
  assert.match(many.message, /packed more than 5 times/);
});

test('an answer is read in the charset that it declares', async (t) => {
  const latin = (text: string) => Buffer.from(text, 'latin1');
  const table: readonly (readonly [string, Buffer])[] = [
    ['application/json;charset=ISO-8859-1', latin('"Müller"')],
    ['application/json; x=y; Charset = "windows-1252"', latin('"Müller"')],
    ['application/json; charset=utf-16le', Buffer.from('"Müller"', 'utf16le')],
    ['application/json; charset=UTF-8', Buffer.from('"Müller"')],
    ['application/json; charset=""', Buffer.from('"Müller"')],
    ['application/json; charset=no-such', Buffer.from('"Müller"')],
  ];
  for (const [type, body] of table) assert.equal(await ask(t, { type, body }), '"Müller"', type);
  const chinese = Buffer.from([0xcd, 0xf5]);
  assert.equal(await ask(t, { type: 'application/json; charset=gbk', body: chinese }), '王');
});

test('an answer that cannot be read without loss is an error', async (t) => {
  const body = Buffer.from('"Müller"', 'latin1');
  const table = [
    [
      'application/json',
      /^The answer of \S+ is not valid UTF-8, so it cannot be read without loss\.$/,
    ],
    ['application/json; charset=utf-8', /is not valid UTF-8/],
    ['application/json; charset=shift_jis', /is not valid SHIFT_JIS/],
    ['application/json; charset=no-such', /is not valid NO-SUCH, so/],
  ] as const;
  for (const [type, message] of table) {
    const error = await failure(t, {
      type,
      body: type.endsWith('jis') ? Buffer.from([0x81]) : body,
    });
    assert.deepEqual([error.kind, error.nothingApplied], ['badResponse', false], type);
    assert.match(error.message, message);
  }
});

test('a byte order mark before JSON is dropped, and tells the charset', async (t) => {
  const value = { ...read, parse: ({ text }: { text: string }) => stringifyJson(parseJson(text)) };
  const texts: readonly (readonly [string, Buffer])[] = [
    ['application/json', Buffer.from('\ufeff"ü"')],
    ['application/json; charset=iso-8859-1', Buffer.from('\ufeff"ü"')],
    ['application/json', Buffer.from('\ufeff"ü"', 'utf16le')],
    ['application/json', Buffer.from('\ufeff"ü"', 'utf16le').swap16()],
  ];
  for (const [type, body] of texts) assert.equal(await ask(t, { type, body }, value), '"ü"', type);
  assert.equal(await ask(t, { body: '"\ufeff"' }, value), '"\ufeff"', 'inside it is data');
});

test('a rejection stands though its reason cannot be read', async (t) => {
  const latin = Buffer.from('Schlüssel', 'latin1');
  const unread = await failure(t, { status: 409, body: latin, encoding: 'br' });
  assert.deepEqual([unread.message, unread.nothingApplied], ['The server answered 409', true]);

  const read409 = await failure(t, { status: 409, body: latin, type: 'text/plain' });
  assert.deepEqual([read409.kind, read409.nothingApplied], ['conflict', true]);
});

test('a web page in an old charset is still told as a web page', async (t) => {
  const body = Buffer.from('<html><title>Anmeldung für Gäste</title>', 'latin1');
  const asJson = { ...read, parse: ({ text }: { text: string }) => stringifyJson(parseJson(text)) };
  await assert.rejects(
    ask(t, { type: 'Text/HTML', body }, asJson),
    /web page \("Anmeldung für Gäste"\)/,
  );
});
