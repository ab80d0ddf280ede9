import { strict as assert } from 'node:assert';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { transform } from 'esbuild';

import type { RequestPreview } from '../../src/domain/engine.ts';
import { isJsonObject, parseJson } from '../../src/domain/json.ts';
import type { Snippet } from '../../src/domain/snippet.ts';
import type { Task } from '../../src/domain/task.ts';
import type { TaskUpdate } from '../../src/domain/taskUpdate.ts';
import { snippetsOf } from '../../src/engines/snippetsOf.ts';
import type { RecordedRequest } from '../../src/mock/requestLog.ts';
import { runProgram } from '../support/runProgram.ts';
import { connectionOf } from './connectionOf.ts';
import { contract, readTask, signal, statusOf } from './contract.ts';
import type { Stage, Subject } from './subject.ts';

const hostileOutput =
  '{"n":12345678901234567890,"f":1.10,"it\'s":"$HOME `id` \\"so\\"\\n\\\\ 👩‍🚀 \\u2028 %s","list":[null,true,{},[]],"":-0.5}';

// Each contains characters that a shell or a URL would interpret.
const namesForShells = ['two words', '100%', 'ä😀', '?#&+"<>', '${x}', "'", '*', '$(id) `id` !\\'];

const secrets: Readonly<Record<string, string>> = {
  CONDUCTOR_AUTH_TOKEN: 'canary-of-conductor',
  CDF_TOKEN: 'canary-of-cognite',
  XPANDER_API_KEY: 'canary-of-xpander',
};

/** Everything that one update may set. Every snippet has to include it. */
function everything(task: Task): TaskUpdate {
  const { options } = task;
  const value = parseJson(hostileOutput);
  assert.ok(isJsonObject(value));
  const fields = options.fields.map(({ key, kind }) => [
    key,
    kind === 'number' ? 7 : kind === 'object' ? value : "it's\nme",
  ]);
  return {
    status: statusOf(task, 'fail'),
    output:
      options.output?.kind === 'text'
        ? { kind: 'text', text: hostileOutput }
        : { kind: 'object', mode: 'merge', value },
    ...(options.reasonLimit === undefined ? {} : { reason: 'it’s "not" $(good)\nenough' }),
    fields: Object.fromEntries(fields) as NonNullable<TaskUpdate['fields']>,
  };
}

async function snippetsFor(
  stage: Stage,
  subject: Subject,
  name: string,
  update: (task: Task) => TaskUpdate,
) {
  const task = await readTask(stage.engine, await stage.plant({ task: name }));
  const request = await stage.engine.preview?.(task, update(task), signal);
  assert.ok(request);
  const connection = connectionOf(stage, subject);
  const snippets = snippetsOf(subject.kind, { connection, request });
  return { request, snippets };
}

/**
 * Snippets in this language for small and for full updates; empty where no SDK has the language.
 */
async function codesOf(
  stage: Stage,
  subject: Subject,
  language: Snippet['language'],
): Promise<readonly string[]> {
  const bare = (task: Task) => ({ status: statusOf(task, 'complete') });
  const codes: string[] = [];
  for (const name of ['review', 'it\'s ${x} "two" \u202e']) {
    for (const update of [bare, everything]) {
      const { snippets } = await snippetsFor(stage, subject, name, update);
      codes.push(...snippets.filter((one) => one.language === language).map(({ code }) => code));
    }
  }
  for (const code of codes) assert.doesNotMatch(code, /canary|secret-of|a-token|key of the test/);
  return codes;
}

function assertSame(sent: RecordedRequest | undefined, request: RequestPreview): void {
  assert.ok(sent, 'nothing arrived');
  const { pathname, search } = new URL(request.url);
  const { method, path, query, body } = sent;
  assert.deepEqual(
    { method, path, query, body },
    { method: request.method, path: pathname, query: search, body: request.body },
  );
  for (const [name, value] of Object.entries(request.headers)) {
    const filled = value.replace(/\$(\w+)/, (_, variable: string) => secrets[variable] ?? '');
    assert.equal(sent.headers[name], filled);
  }
}

contract('snippets', (it) => {
  it('curl in a shell sends the exact request', async (stage, subject) => {
    for (const [index, name] of namesForShells.entries()) {
      const update =
        index % 2 === 0 ? everything : (task: Task) => ({ status: statusOf(task, 'complete') });
      const { request, snippets } = await snippetsFor(stage, subject, name, update);
      await stage.mock.clearRequests();
      const ran = await runProgram('sh', ['-c', snippets[0]?.code ?? ''], { env: secrets });
      assert.equal(ran?.code, 0, ran?.output);
      assertSame((await stage.mock.requests())[0], request);
    }
  });

  it('curl sends a body that is too long for an argument', async (stage, subject) => {
    const long = "it's ".repeat(40_000);
    const update = (task: Task): TaskUpdate => ({
      status: statusOf(task, 'complete'),
      output:
        task.options.output?.kind === 'text'
          ? { kind: 'text', text: long }
          : { kind: 'object', mode: 'merge', value: { long: long.slice(0, 101_000) } },
    });
    const { request, snippets } = await snippetsFor(stage, subject, 'review', update);
    await stage.mock.clearRequests();
    const ran = await runProgram('sh', [], { env: secrets, input: snippets[0]?.code ?? '' });
    assert.equal(ran?.code, 0, ran?.output);
    assertSame((await stage.mock.requests())[0], request);
  });

  it('Python is Python', async (stage, subject) => {
    const codes = await codesOf(stage, subject, 'python');
    assert.equal(codes.length, 4);
    const compile =
      'import json, sys\nfor code in json.load(sys.stdin): compile(code, "-", "exec")';
    const ran = await runProgram('python3', ['-c', compile], { input: JSON.stringify(codes) });
    assert.equal(ran?.code ?? 0, 0, ran?.output);
  });

  it('TypeScript is TypeScript, where the vendor has an SDK for it', async (stage, subject) => {
    const codes = await codesOf(stage, subject, 'typescript');
    assert.equal(codes.length > 0, subject.kind !== 'xpander');
    for (const code of codes) {
      const { code: script, warnings } = await transform(code, { loader: 'ts', target: 'esnext' });
      assert.match(script, /^import \{/);
      assert.deepEqual(warnings, []);
    }
  });

  it('Go and Java are what they say', async (stage, subject) => {
    const go = await codesOf(stage, subject, 'go');
    const java = await codesOf(stage, subject, 'java');
    assert.deepEqual(
      [go.length > 0, java.length > 0],
      [subject.kind === 'conductor', subject.kind === 'conductor'],
    );
    for (const code of go) {
      const ran = await runProgram('gofmt', [], { input: code });
      if (ran !== undefined) assert.deepEqual(ran, { code: 0, output: code });
    }
    const folder = await mkdtemp(join(tmpdir(), 'snippets-'));
    try {
      const files = java.map((_, index) => join(folder, String(index), 'UpdateTask.java'));
      for (const [index, file] of files.entries()) {
        await mkdir(dirname(file));
        await writeFile(file, java[index] ?? '');
      }
      const parseOnly = ['-XDshould-stop.ifNoError=PARSE', '-encoding', 'UTF-8'];
      const ran = java.length > 0 ? await runProgram('javac', [...parseOnly, ...files]) : undefined;
      assert.equal(ran?.code ?? 0, 0, ran?.output);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
