import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { parseOutputUri, outputUriOf } from '../../src/host/documents/outputPath.ts';
import { documentBytes, documentText } from '../../src/host/documents/documentBytes.ts';
import { parseViewerAddress, viewerAddress } from '../../src/host/documents/viewerAddress.ts';
import type { ViewerContent } from '../../src/host/documents/viewerAddress.ts';
import { decodeLinkText, encodeLinkText } from '../../src/host/links/encodeLinkText.ts';
import { formatLink, longestLink } from '../../src/host/links/link.ts';
import type { Link } from '../../src/host/links/link.ts';
import { linkedConnections, missingConnection } from '../../src/host/links/linkedConnections.ts';
import { parseLink } from '../../src/host/links/parseLink.ts';
import { whyNoLink } from '../../src/host/links/whyNoLink.ts';
import { iconFree, linkFree, markdownFree, oneLine } from '../../src/host/words/plainText.ts';
import { fakeConnection } from '../support/fakeTask.ts';
import { oddObject } from './arbitraries/oddJson.ts';
import { garbled, name, oddText, repeated, textOf, wellFormed } from './arbitraries/oddText.ts';
import { fuzz } from './fuzz.ts';

const plainObject = { noNullPrototype: true } as const;
/** As servers may name things, without what no link can carry. */
const plain = name.map((text) => wellFormed(text).replace(/\p{Cc}/gu, ''));
const id = plain.filter((text) => text !== '');
const words = plain.map((text) => text.replace(/\p{Cc}/gu, ''));
const ref = fc.record(
  { connection: id, workflow: plain, execution: id, task: id },
  {
    requiredKeys: ['connection', 'workflow', 'task'],
    noNullPrototype: true,
  },
);
const update = fc.record(
  {
    status: id,
    output: words,
    mode: fc.constantFrom('merge' as const, 'replace' as const),
    reason: words,
    fields: oddObject,
  },
  { requiredKeys: ['status'], noNullPrototype: true },
);
const server = fc.record(
  {
    engine: fc.constantFrom('conductor', 'cognite'),
    url: fc.webUrl(),
    details: fc.record(
      { project: id, organization: id },
      { requiredKeys: [], noNullPrototype: true },
    ),
  },
  { noNullPrototype: true },
);
const link: fc.Arbitrary<Link> = fc
  .record({ ref, update, server }, { requiredKeys: ['ref'] })
  .map(({ ref, update, server }) => ({
    connection: { id: ref.connection, ...(server === undefined ? {} : { server }) },
    ref,
    ...(update === undefined ? {} : { update }),
  }));
const sample =
  'connection=c1&engine=conductor&url=http://h&workflow=w&execution=e&task=t&status=COMPLETED&mode=merge&output=~7B~7D';
const anyRef = fc.record(
  { connection: oddText, workflow: oddText, execution: oddText, task: oddText },
  plainObject,
);
const content: fc.Arbitrary<ViewerContent> = fc.oneof(
  anyRef.map((ref) => ({ kind: 'task', ref }) as const),
  anyRef.map((ref) => ({ kind: 'merge', ref, side: 'base' }) as const),
  fc.record(
    { kind: fc.constant('execution' as const), connection: oddText, execution: oddText },
    plainObject,
  ),
  fc.record({ kind: fc.constant('text' as const), id: oddText }, plainObject),
);

export const links = [
  fuzz('links: what is copied is what is opened', link, (copied) => {
    const text = formatLink('vscode://a.b', copied);
    if (text.length > longestLink) return;
    assert.equal(whyNoLink(text, 'vscode://a.b', copied), undefined);
    const { pathname, search } = new URL(text);
    const opened = parseLink(pathname, decodeURIComponent(search.slice(1)));
    assert.deepEqual(opened, { kind: 'link', link: copied });
  }),
  fuzz(
    'links: one sentence for any other text',
    fc.tuple(
      fc.constantFrom('/task', '/update', '/', ''),
      fc.oneof(
        garbled([sample]),
        textOf(['connection=', 'task=', '&', '=', '~', '~7B', 'a', 'fields=']),
      ),
    ),
    ([path, query]) => {
      const parsed = parseLink(path, query);
      if (parsed.kind === 'bad')
        return assert.match(parsed.message, /^The link was not opened: .+\.$/);
      const { connection, ref } = parsed.link;
      assert.ok(ref.task !== '' && connection.id !== '');
      linkedConnections(connection, [fakeConnection]);
      assert.match(missingConnection(connection), /^The link was not opened/);
    },
    {
      growth: {
        pieces: repeated,
        longest: 1 << 18,
        run: (text) => [decodeLinkText(text), encodeLinkText(text)],
      },
    },
  ),
  fuzz('links: a value comes back', oddText, (text) => {
    const encoded = encodeLinkText(text);
    assert.match(encoded, /^[A-Za-z0-9_.:/~-]*$/);
    assert.equal(decodeLinkText(encoded), wellFormed(text));
  }),
  fuzz(
    'document addresses: the task comes back',
    fc.tuple(anyRef, oddText, fc.constantFrom('object' as const, 'text' as const)),
    ([ref, title, kind]) => {
      const uri = outputUriOf({
        ref,
        kind,
        connectionName: title,
        workflowName: title,
        taskName: title,
      });
      assert.match(uri.path, /^\/[^/]+\/[^/]+\/[^/]+$/);
      const parsed = parseOutputUri(uri);
      assert.deepEqual([parsed?.ref, parsed?.kind], [ref, kind]);
      if (wellFormed(title) === title && title.length <= 80) assert.equal(parsed?.taskName, title);
    },
  ),
  fuzz(
    'document addresses: what is shown comes back',
    fc.tuple(content, oddText),
    ([shown, title]) => {
      const uri = viewerAddress(shown, { names: [title, title], extension: 'json' });
      assert.match(uri.path, /^\/[^/]+\/[^/]+$/);
      assert.deepEqual(parseViewerAddress(uri), shown);
    },
  ),
  fuzz(
    'document addresses: any other text is none of ours',
    fc.tuple(
      garbled(['/a/b/c.output.jsonc', '/a/b/c.output.txt']),
      garbled(['{"connection":"c","workflow":"w","task":"t"}', '{"kind":"text","id":"1"}']),
    ),
    ([path, query]) => {
      const parsed = parseOutputUri({ path, query });
      assert.ok(parsed === undefined || typeof parsed.ref.task === 'string');
      parseViewerAddress({ query });
    },
    {
      growth: {
        pieces: repeated,
        run: (text) => [
          parseOutputUri({ path: text, query: text }),
          parseViewerAddress({ query: text }),
        ],
      },
    },
  ),
  fuzz('documents: a text comes back from its bytes', oddText, (text) => {
    assert.equal(documentText(documentBytes(text)), text);
  }),
  fuzz('documents: bytes are read, or refused in one sentence', fc.uint8Array(), (bytes) => {
    try {
      documentText(bytes);
    } catch (error) {
      assert.match((error as Error).message, /^The text was not kept: /);
    }
  }),
  fuzz(
    'foreign text: one line without links, icons and invisible characters',
    fc.tuple(oddText, oddText),
    (parts) => {
      const text = parts.join('');
      for (const clean of [oneLine(text), iconFree(text), linkFree(text), markdownFree(text)]) {
        assert.ok(!/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(clean), clean);
      }
      assert.ok(!linkFree(text).includes(']('));
      assert.ok(!/(?<!\\)\$\(/.test(iconFree(text)));
      assert.ok(!/[[\]()<>$`*_!\\]/.test(markdownFree(text)));
    },
    {
      growth: {
        pieces: repeated,
        run: (text) => [linkFree(text), iconFree(text), markdownFree(text)],
      },
    },
  ),
];
