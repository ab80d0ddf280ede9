import { strict as assert } from 'node:assert';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { isJsonObject, type Json, jsonEquals, parseJson } from '../../src/domain/json.ts';
import type { TaskUpdate } from '../../src/domain/update.ts';
import { snippetsOf } from '../../src/engines/snippetsOf.ts';
import { cogniteSubject } from '../contract/cogniteSubject.ts';
import { conductorSubject, orkesKey } from '../contract/conductorSubject.ts';
import { connectionOf } from '../contract/connectionOf.ts';
import { readTask, signal } from '../contract/stage.ts';
import type { Stage, Subject } from '../contract/subject.ts';
import { runProgram } from '../support/runProgram.ts';
import type { ClientCall, ClientStage } from './clientCall.ts';

const orkes = { keys: { [orkesKey.id]: orkesKey.secret } };
export const snippetSubjects: readonly Subject[] = [
  conductorSubject('Conductor'),
  conductorSubject('Conductor 3.16.0', { conductorVersion: '3.16.0' }),
  conductorSubject('Orkes', { orkes }),
  cogniteSubject,
];

const output = parseJson(
  '{"n":12345678901234567890,"f":1.50,"__proto__":{"a":1},"text":"it’s \\"so\\"\\n👩‍🚀","list":[null,{}]}',
);
assert.ok(isJsonObject(output));

const updates: readonly TaskUpdate[] = [
  { status: 'COMPLETED' },
  { status: 'COMPLETED', output: { kind: 'object', mode: 'merge', value: output } },
  { status: 'FAILED', output: { kind: 'object', mode: 'replace', value: output } },
];

/**
 * The snippets in TypeScript: they fit the types of the SDKs that they use, which are unchanged,
 * and send what the extension would have sent. @param folder where the SDKs are installed
 */
export async function snippetStage(folder: string, subject: Subject): Promise<ClientStage> {
  const stage = await subject.start();
  const calls = updates.map((update) => toCall(folder, subject, stage, update));
  return { mock: stage.mock, calls };
}

function toCall(folder: string, subject: Subject, stage: Stage, update: TaskUpdate): ClientCall {
  return {
    what: `the snippet for ${JSON.stringify(update).slice(0, 60)}`,
    async run() {
      const task = await readTask(stage.engine, await stage.plant({ task: "it's two words" }));
      const request = await stage.engine.preview?.(task, update, signal);
      assert.ok(request);
      const connection = connectionOf(stage, subject);
      const snippets = snippetsOf(subject.kind, { connection, request });
      const code = snippets.find(({ language }) => language === 'typescript')?.code;
      assert.ok(code, 'there is no snippet');
      await stage.mock.clearRequests();
      await checkAndRun(folder, code);
      const sent = (await stage.mock.requests()).filter(({ path }) => /task/.test(path)).at(-1);
      const { origin } = new URL(request.url);
      assert.equal(`${sent?.method} ${origin}${sent?.path}${sent?.query}`, `POST ${request.url}`);
      const isSame = jsonEquals(bodyOf(sent?.body), bodyOf(request.body));
      assert.ok(isSame, `${sent?.body}\n${request.body}`);
    },
  };
}

/** That a callback is due at once goes without saying. */
function bodyOf(text = ''): Json {
  const body = parseJson(text);
  if (!isJsonObject(body) || body['callbackAfterSeconds'] !== 0) return body;
  const { callbackAfterSeconds: _, ...rest } = body;
  return rest;
}

/** Type checks the code against the installed SDK and runs it, in a folder of its own. */
async function checkAndRun(folder: string, code: string): Promise<void> {
  const place = await mkdtemp(join(tmpdir(), 'snippet-'));
  try {
    await symlink(join(folder, 'node_modules'), join(place, 'node_modules'));
    const file = join(place, 'snippet.mts');
    await writeFile(file, code);
    const project = join(import.meta.dirname, '..', '..', 'node_modules');
    const types = ['--types', 'node', '--typeRoots', join(project, '@types')];
    const flags = ['--noEmit', '--strict', '--skipLibCheck', '--target', 'esnext'];
    const modules = ['--module', 'esnext', '--moduleResolution', 'bundler'];
    const checked = await runProgram(join(project, '.bin', 'tsc'), [
      ...flags,
      ...modules,
      ...types,
      '--ignoreConfig',
      file,
    ]);
    assert.equal(checked?.code, 0, checked?.output);
    const env = {
      CONDUCTOR_AUTH_KEY: orkesKey.id,
      CONDUCTOR_AUTH_SECRET: orkesKey.secret,
      CDF_TOKEN: 'a-token',
    };
    const ran = await runProgram(process.execPath, [file], { env });
    assert.equal(ran?.code, 0, ran?.output);
  } finally {
    await rm(place, { recursive: true });
  }
}
