import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseJson } from '../../../../src/domain/json.ts';
import type { JsonObject } from '../../../../src/domain/json.ts';
import { formatLink, longestLink } from '../../../../src/host/links/link.ts';
import type { Link } from '../../../../src/host/links/link.ts';
import { parseLink } from '../../../../src/host/links/parseLink.ts';

const server = { engine: 'cognite', url: 'https://c.example/', details: { project: 'plant 7' } };
const base = 'vscode://publisher.name';

const hostile = [
  'a b/c?d#e&f=g%41%2541~7E+h',
  '../../etc; "quotes" \'single\' <b>$(flame)</b>',
  'Überprüfung 検査 🚚 e\u0301',
  '~~41~ZZ~',
  '\uFEFFmark',
  'x'.repeat(255),
];

/** What is left of a link after something on its way decoded its percent signs `times` over. */
function arrive(link: string, times: number) {
  const rest = link.slice(base.length);
  const at = rest.indexOf('?');
  let query = rest.slice(at + 1);
  for (let time = 0; time < times; time += 1) query = decodeURIComponent(query);
  return parseLink(rest.slice(0, at), query);
}

test('links with hostile ids come back as they were, however often they are decoded', () => {
  for (const id of hostile) {
    const ref = { connection: 'shop', workflow: id, execution: id, task: id };
    const update = { status: id, output: `{ "${id}": 1 }\n`, mode: 'merge', reason: id } as const;
    const link: Link = { connection: { id: 'shop', server }, ref, update };

    for (const times of [0, 1, 2, 3]) {
      assert.deepEqual(arrive(formatLink(base, link), times), { kind: 'link', link });
    }
  }
});

test('a link is made of characters that no address needs to encode', () => {
  for (const task of hostile) {
    const ref = { connection: 'c', workflow: 'w', task };

    assert.match(formatLink(base, { connection: { id: 'c' }, ref }), /^[\w:/.~?&=-]+$/);
  }
});

test('fields keep every digit', () => {
  const fields = parseJson('{"n": 12345678901234567890}') as JsonObject;
  const ref = { connection: 'c', workflow: 'w', task: 't' };
  const link: Link = { connection: { id: 'c' }, ref, update: { fields } };

  assert.deepEqual(arrive(formatLink(base, link), 1), { kind: 'link', link });
});

test('a link that was written by hand may leave out what is not needed', () => {
  assert.deepEqual(parseLink('/task', 'connection=shop&task=pack it'), {
    kind: 'link',
    link: {
      connection: { id: 'shop' },
      ref: { connection: 'shop', workflow: '', task: 'pack it' },
    },
  });
});

const refused: readonly (readonly [path: string, query: string, why: RegExp])[] = [
  ['/run', 'connection=c&task=t', /leads to nothing/],
  ['/task', '', /names no connection/],
  ['/task', 'connection=c', /names no task/],
  ['/task', 'connection=&task=t', /connection is empty/],
  ['/task', 'connection=c&task=t&task=u', /says task twice/],
  ['/task', 'connection=c&task=t&headers=x', /does not know/],
  ['/task', 'connection=c&task=t&__proto__=x', /does not know/],
  ['/task', 'connection=c&task=a~00b', /control characters/],
  ['/task', 'connection=c&task=a\nb', /control characters/],
  ['/update', 'connection=c&task=t&output=~1B[2J', /control characters/],
  ['/task', 'connection=c&task=~FF', /damaged/],
  ['/task', `connection=c&task=${'t'.repeat(1025)}`, /too long/],
  ['/task', `connection=c&task=t&output=${'x'.repeat(longestLink)}`, /longer than/],
  ['/task', 'connection=c&task=t&engine=conductor', /half a server/],
  ['/task', 'connection=c&task=t&engine=conductor&url=file:///etc', /no address/],
  ['/task', 'connection=c&task=t&engine=conductor&url=javascript:x', /no address/],
  ['/update', 'connection=c&task=t', /no update/],
  ['/update', 'connection=c&task=t&mode=append', /mode is unknown/],
  ['/update', 'connection=c&task=t&fields=[1]', /no JSON object/],
  ['/update', 'connection=c&task=t&fields={', /no JSON object/],
];

for (const [path, query, why] of refused) {
  test(`refused: ${path}?${query.slice(0, 60)}`, () => {
    const parsed = parseLink(path, query);

    assert.equal(parsed.kind, 'bad');
    assert.match(parsed.message, /^The link was not opened: [^.]+\.$/);
    assert.match(parsed.message, why);
  });
}
