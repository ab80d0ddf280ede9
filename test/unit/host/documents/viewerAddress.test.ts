import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TaskRef } from '../../../../src/domain/task.ts';
import { parseViewerAddress, viewerAddress } from '../../../../src/host/documents/viewerAddress.ts';
import type { ViewerContent, ViewerName } from '../../../../src/host/documents/viewerAddress.ts';

const ref: TaskRef = { connection: 'c/1', workflow: 'w?', execution: 'e#1', task: '../t' };
const name: ViewerName = { names: ['Shop', 'Order Flow', 'approve: 42?'], extension: 'json' };

const documents: readonly ViewerContent[] = [
  { kind: 'task', ref },
  { kind: 'task', ref: { connection: 'c', workflow: 'w', task: 't' } },
  { kind: 'execution', connection: 'c', execution: 'e' },
  { kind: 'update', entry: 'e/1', side: 'before' },
  { kind: 'merge', ref, side: 'theirs' },
  { kind: 'text', id: '1' },
];

for (const viewed of documents) {
  test(`a document of the kind ${viewed.kind} is found again by its address`, () => {
    assert.deepEqual(parseViewerAddress(viewerAddress(viewed, name)), viewed);
  });
}

test('a person reads names, and no id', () => {
  const { path } = viewerAddress({ kind: 'task', ref }, name);

  assert.equal(path, '/Shop/Order Flow/approve: 42%3F.json');
});

test('a task has one address, whatever else came along with its place', () => {
  const more = { surplus: 1, ...ref };

  assert.deepEqual(
    viewerAddress({ kind: 'task', ref: more }, name),
    viewerAddress({ kind: 'task', ref }, name),
  );
});

test('names change nothing of the shape of an address', () => {
  for (const hostile of ['a/b', '..', '', 'C:', '%', '?#*|<>"', '😀']) {
    const { path } = viewerAddress(
      { kind: 'text', id: '1' },
      { ...name, names: ['x', hostile, 'y'] },
    );
    assert.equal(path.split('/').length, 4, path);
  }
});

test('addresses that are not ours are refused', () => {
  const queries = [
    '',
    '{',
    '[]',
    '{"kind":"task","ref":{"connection":"c"}}',
    '{"kind":"update","entry":"e","side":"left"}',
    '{"kind":"merge","side":"base"}',
    '{"kind":"other"}',
  ];
  for (const query of queries) assert.equal(parseViewerAddress({ query }), undefined, query);
});
