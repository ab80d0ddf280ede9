import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { roomEscapes } from '../../../scripts/roomEscapes.ts';

const table = {
  'src/host': { words: '', '*.ts': 'words', ui: 'words *.ts', 'start.ts': 'words ui' },
  'src/engines/*': { wire: '', read: 'wire', '*.ts': 'wire read' },
};

const escapesOf = (path: string, text: string) => roomEscapes([{ path, text }], table);

test('a room imports only what its row names, types and dynamic imports included', () => {
  assert.deepEqual(escapesOf('src/host/ui/a.ts', "import { b } from '../words/b.ts';"), []);
  assert.deepEqual(escapesOf('src/host/ui/a.ts', "import { b } from '../settings.ts';"), []);
  const row = 'by scripts/rooms.ts, words may import nothing of src/host.';
  assert.deepEqual(escapesOf('src/host/words/a.ts', "import type { B } from '../ui/b.ts';"), [
    `src/host/words/a.ts imports ../ui/b.ts: ${row}`,
  ]);
  assert.deepEqual(escapesOf('src/host/words/a.ts', "await import('../settings.ts')"), [
    `src/host/words/a.ts imports ../settings.ts: ${row}`,
  ]);
});

test('a file with a row of its own is not among the other files of its folder', () => {
  assert.deepEqual(escapesOf('src/host/start.ts', "import { b } from './ui/b.ts';"), []);
  assert.deepEqual(escapesOf('src/host/other.ts', "import { b } from './ui/b.ts';"), [
    'src/host/other.ts imports ./ui/b.ts: by scripts/rooms.ts, *.ts may import only words of src/host.',
  ]);
  assert.equal(escapesOf('src/host/ui/a.ts', "import { b } from '../start.ts';").length, 1);
});

test('each engine has the same rooms', () => {
  const text = "import { b } from '../read/b.ts'; import { c } from '../../shared.ts';";
  assert.deepEqual(escapesOf('src/engines/some/wire/a.ts', text), [
    'src/engines/some/wire/a.ts imports ../read/b.ts: by scripts/rooms.ts, wire may import nothing of src/engines/some.',
  ]);
  assert.deepEqual(escapesOf('src/engines/shared.ts', "import { b } from './some/engine.ts';"), []);
});

test('a room without a row is named', () => {
  assert.deepEqual(escapesOf('src/host/extra/a.ts', ''), [
    'src/host/extra/a.ts: scripts/rooms.ts has no row for src/host/extra.',
  ]);
});

test('a row names only rows above it', () => {
  assert.deepEqual(roomEscapes([], { 'src/app': { drafts: 'output', output: '' } }), [
    'scripts/rooms.ts: src/app: drafts names output, which is no row above it.',
  ]);
});

test('an interface is not called Context', () => {
  assert.deepEqual(escapesOf('src/app/a.ts', 'export interface SendContext {}'), [
    'src/app/a.ts: name SendContext after what it holds, and hand over only what is used.',
  ]);
});

test('a folder has at most 25 files, but in the mock', () => {
  const files = (folder: string, count: number) =>
    Array.from({ length: count }, (_, i) => ({ path: `${folder}/a${i}.ts`, text: '' }));
  assert.deepEqual(roomEscapes([...files('src/http', 25), ...files('src/mock', 26)], table), []);
  assert.deepEqual(roomEscapes(files('src/http', 26), table), [
    'src/http has 26 files: divide it at 25.',
  ]);
});
