import { strict as assert } from 'node:assert';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { RequestPreview } from '../../../src/domain/engine.ts';
import type { Task } from '../../../src/domain/task.ts';
import { snippetsOf } from '../../../src/engines/snippetsOf.ts';
import { orkesKey } from '../../contract/conductorSubject.ts';
import { connectionOf } from '../../contract/connectionOf.ts';
import { readTask, signal } from '../../contract/contract.ts';
import type { Stage, Subject } from '../../contract/subject.ts';
import { runProgram } from '../../support/runProgram.ts';
import type { ClientCall, ClientStage } from '../clientCall.ts';
import type { Case } from './cases.ts';
import { assertSameRequest } from './assertSameRequest.ts';
import type { Command, Toolchain } from './toolchain.ts';

/** The credentials, under the names that snippets read. */
const secrets = {
  CONDUCTOR_AUTH_KEY: orkesKey.id,
  CONDUCTOR_AUTH_SECRET: orkesKey.secret,
  CDF_TOKEN: 'a-token',
  XPANDER_API_KEY: 'key of the test',
};

/** Some SDKs leave threads behind that keep the process alive. */
const timeoutMs = 120_000;

interface Copied {
  readonly what: string;
  readonly code: string;
  readonly request: RequestPreview;
  /** False where the server has no such task and says so. */
  readonly isThere: boolean;
}

/**
 * Compiles every update's snippet in this language against the vendor's SDK and runs it: the
 * request must equal the extension's own.
 */
export async function snippetStage(
  subject: Subject,
  toolchain: Toolchain,
  cases: readonly Case[],
): Promise<ClientStage> {
  const stage = await subject.start();
  const folder = await mkdtemp(join(tmpdir(), 'snippets-'));
  const copied: Copied[] = [];
  for (const one of cases) {
    const found = await copy(stage, subject, toolchain, one);
    if (found !== undefined) copied.push(found);
  }
  const codes = copied.map(({ code }) => code);
  const compiled = toolchain.compile(codes, folder).catch(asError);
  const compiles: ClientCall = {
    what: `${codes.length} snippets, compiled`,
    run: async () => {
      const commands = await compiled;
      if (commands instanceof Error) throw commands;
      assert.ok(codes.length > 0, 'there is no snippet');
    },
  };
  const runs = copied.map((one, index) => ({
    what: one.what,
    run: async () => {
      const commands = await compiled;
      if (commands instanceof Error) throw new Error('It was not compiled.');
      await runOne(stage, one, commands[index]);
    },
  }));
  const close = async () => {
    await rm(folder, { recursive: true });
    await stage.mock.close();
  };
  return { mock: { ...stage.mock, close }, calls: [compiles, ...runs] };
}

/** Undefined where the SDK cannot send the whole update. */
async function copy(
  stage: Stage,
  subject: Subject,
  { language }: Toolchain,
  { what, name = 'review', id, behind = '', details, update }: Case,
): Promise<Copied | undefined> {
  const task = await readTask(stage.engine, await stage.plant({ task: name }));
  const asked = id === undefined ? task : withId(task, id);
  const shown = await stage.engine.preview?.(asked, update, signal);
  assert.ok(shown);
  const plain = connectionOf(stage, subject);
  const connection = {
    ...plain,
    url: moved(plain.url, behind),
    details: { ...plain.details, ...details },
  };
  const request = { ...shown, url: moved(shown.url, behind) };
  const snippets = snippetsOf(subject.kind, { connection, request });
  const code = snippets.find((snippet) => snippet.language === language)?.code;
  return code === undefined
    ? undefined
    : { what, code, request, isThere: id === undefined && behind === '' };
}

/** The same address with a path prefix. */
function moved(url: string, path: string): string {
  const { origin } = new URL(url);
  return origin + path + url.slice(origin.length);
}

function withId(task: Task, id: string): Task {
  const { execution } = task.ref;
  const ids = execution === undefined ? { task: id } : { task: id, execution: id };
  return { ...task, ref: { ...task.ref, ...ids } };
}

async function runOne(
  { mock }: Stage,
  { code, request, isThere }: Copied,
  command: Command | undefined,
): Promise<void> {
  assert.ok(command);
  await mock.clearRequests();
  const env = { ...secrets, ...command.env };
  const ran = await runProgram(command.program, command.args, { env, timeoutMs });
  const said = `${ran?.output}\n${code}`;
  if (isThere) assert.equal(ran?.code, 0, said);
  try {
    assertSameRequest(await mock.requests(), request, code);
  } catch (error) {
    throw new Error(`${asError(error).message}\n${said}`, { cause: error });
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
