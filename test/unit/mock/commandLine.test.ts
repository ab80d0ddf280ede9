import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { parseCommandLine } from '../../../src/mock/commandLine.ts';

const script = new URL('../../../scripts/mock.ts', import.meta.url).pathname;

test('arguments become options', () => {
  const args = '--port 0 --seed=50 --conductor-version 3.21.14 --no-index --host ::1'.split(' ');

  assert.deepEqual(parseCommandLine(args), {
    kind: 'ok',
    options: { port: 0, seed: 50, conductorVersion: '3.21.14', index: false, host: '::1' },
  });
});

for (const args of ['--port', '--port x', '--port 70000', '--seed many', '--what', 'demo']) {
  test(`rejects ${args} with one sentence`, () => {
    const line = parseCommandLine(args.split(' '));
    assert.equal(line.kind, 'bad');
  });
}

test('the command prints where it runs, as one line of JSON, and ends on SIGTERM', async () => {
  const child = spawn(process.execPath, [script, '--port', '0']);
  const [chunk] = (await once(child.stdout, 'data')) as [Buffer];
  const urls = JSON.parse(String(chunk)) as Record<string, string>;

  assert.deepEqual(Object.keys(urls), ['conductor', 'cognite', 'xpander', 'control']);
  assert.equal((await fetch(`${urls['conductor']}/metadata/workflow/names`)).status, 200);

  child.kill('SIGTERM');
  assert.deepEqual(await once(child, 'exit'), [0, null]);
});

test('the command ends with 2 for arguments that it does not know', async () => {
  const child = spawn(process.execPath, [script, '--seed', 'nothing']);
  const [[chunk], [code]] = await Promise.all([once(child.stderr, 'data'), once(child, 'exit')]);

  assert.equal(code, 2);
  assert.match(String(chunk), /^--seed cannot be nothing; usage: [^\n]+\n$/);
});

test('words that every object knows are unknown arguments', () => {
  for (const word of ['constructor', 'toString', '__proto__']) {
    assert.match(JSON.stringify(parseCommandLine([word, '1'])), /unknown argument/);
  }
});
