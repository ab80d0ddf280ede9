import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TaskRef } from '../../../../src/domain/task.ts';
import { outputUriOf, parseOutputUri } from '../../../../src/host/documents/outputPath.ts';
import type { OutputPath } from '../../../../src/host/documents/outputPath.ts';

const hostile = [
  'C:',
  'demo:x',
  'a/b',
  '..',
  '.',
  '~',
  '%2F',
  'ä ö',
  '?#*|<>"',
  'a\\b',
  '',
  '%00',
  '\u0000',
  '%empty',
  '😀',
  'x.json',
];

function refOf(name: string): TaskRef {
  return { connection: name, workflow: name, execution: name, task: name };
}

function pathTo(name: string, kind: OutputPath['kind'] = 'object'): OutputPath {
  return { ref: refOf(name), connectionName: name, workflowName: name, taskName: name, kind };
}

test('every name survives the way into a URI and back, and changes nothing of its shape', () => {
  for (const name of hostile) {
    for (const kind of ['object', 'text'] as const) {
      const uri = outputUriOf(pathTo(name, kind));

      assert.equal(uri.path.split('/').length, 4, uri.path);
      assert.deepEqual(parseOutputUri(uri), pathTo(name, kind));
    }
  }
});

test('a task without an execution differs from one whose execution has an empty id', () => {
  const ref: TaskRef = { connection: 'c', workflow: 'w', task: 't' };
  const uri = outputUriOf({ ...pathTo('n'), ref });
  const other = outputUriOf({ ...pathTo('n'), ref: { ...ref, execution: '' } });

  assert.deepEqual(parseOutputUri(uri)?.ref, ref);
  assert.deepEqual(parseOutputUri(other)?.ref, { ...ref, execution: '' });
  assert.notEqual(uri.query, other.query);
});

test('tasks of one name differ by the query alone', () => {
  const uri = outputUriOf(pathTo('n'));
  const other = outputUriOf({ ...pathTo('n'), ref: { ...refOf('n'), task: 'another' } });

  assert.equal(uri.path, other.path);
  assert.notEqual(uri.query, other.query);
});

test('nothing in a path looks like a drive, whose case would be changed', () => {
  assert.doesNotMatch(outputUriOf({ ...pathTo('C:'), taskName: 'C:x' }).path, /C:/);
});

test('plain names are what a person reads, and ids are not', () => {
  const names = { connectionName: 'Demo: xpander.ai', workflowName: 'Invoice Approval' };
  const uri = outputUriOf({
    ref: refOf('8f3a'),
    ...names,
    taskName: 'Invoice 42 – ok?',
    kind: 'text',
  });

  assert.equal(uri.path, '/Demo: xpander.ai/Invoice Approval/Invoice 42 – ok%3F.output.txt');
});

test('URIs that are not ours are refused', () => {
  const { path, query } = outputUriOf(pathTo('n'));
  for (const other of [
    '',
    '/',
    '/a/b',
    '/a/b/c.txt',
    '/a/b/c/d.output.jsonc',
    'a/b/c.output.txt',
  ]) {
    assert.equal(parseOutputUri({ path: other, query }), undefined, other);
  }
  for (const other of ['', '{', '[]', '{"connection":"c","workflow":"w"}', 'task=1']) {
    assert.equal(parseOutputUri({ path, query: other }), undefined, other);
  }
});

test('a tab shows no mark that reorders its name', () => {
  const uri = outputUriOf(pathTo('a\u202etsoc ,DELIAF \u202d', 'text'));

  assert.doesNotMatch(uri.path, /[\u202a-\u202e]/);
  assert.deepEqual(parseOutputUri(uri), pathTo('a\u202etsoc ,DELIAF \u202d', 'text'));
});
