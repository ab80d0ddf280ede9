import { strict as assert } from 'node:assert';
import { inspect } from 'node:util';
import { test, type TestContext } from 'node:test';

import { toSetting } from '../../src/app/parseConnections.ts';
import type { Task, TaskRef } from '../../src/domain/task.ts';
import { exportLine } from '../../src/app/journal/exportLine.ts';
import { engines } from '../../src/engines/engines.ts';
import { snippetsOf } from '../../src/engines/snippetsOf.ts';
import type { FaultRule } from '../../src/mock/faults.ts';
import { createProduct } from '../support/product.ts';
import { startMock, type TestMock } from '../support/startMock.ts';
import { statusOf } from './contract.ts';
import { orkesKey } from './conductorSubject.ts';
import type { Stage, Subject } from './subject.ts';
import { subjects } from './subjects.ts';

const { signal } = new AbortController();

/** A secret that a person enters for a connection of this engine. */
interface Entered {
  readonly name: string;
  readonly subject: string;
  readonly secret: string;
  readonly urlOf: (mock: TestMock) => string;
  readonly details: (mock: TestMock) => Readonly<Record<string, string>>;
  /** The header with the secret, or with the token it is exchanged for, in every request. */
  readonly header: string;
  /** The path where the secret is exchanged for a token. */
  readonly tokenPath?: string;
}

const table: readonly Entered[] = [
  {
    name: 'the key secret of Orkes',
    subject: 'conductor Orkes',
    secret: orkesKey.secret,
    urlOf: (mock) => mock.conductorUrl,
    details: () => ({ keyId: orkesKey.id }),
    header: 'x-authorization',
    tokenPath: '/api/token',
  },
  {
    name: 'a token of Cognite',
    subject: 'cognite',
    secret: 'canary-of-a-token-71f3',
    urlOf: (mock) => mock.cogniteUrl,
    details: () => ({ project: 'demo', signIn: 'token' }),
    header: 'authorization',
  },
  {
    name: 'a client secret of Cognite',
    subject: 'cognite',
    secret: 'canary/of a+client=secret-93',
    urlOf: (mock) => mock.cogniteUrl,
    details: (mock) => ({
      project: 'demo',
      signIn: 'clientCredentials',
      tokenUrl: `${mock.cogniteUrl}/oauth2/token`,
      clientId: 'client-of-the-test',
    }),
    header: 'authorization',
    tokenPath: '/oauth2/token',
  },
  {
    name: 'an API key of xpander.ai',
    subject: 'xpander',
    secret: 'canary-of-an-api-key-5d20',
    urlOf: (mock) => mock.xpanderUrl,
    details: () => ({}),
    header: 'x-api-key',
  },
];

interface Scene {
  readonly entered: Entered;
  readonly stage: Stage;
  readonly elsewhere: TestMock;
  readonly product: ReturnType<typeof createProduct>;
  /** The test's own credentials, to plant tasks. */
  readonly own: ReadonlySet<string>;
  /** Open tasks; each may be used once. */
  readonly tasks: TaskRef[];
  /** All errors and messages, with nested causes. */
  readonly said: string[];
}

async function open(t: TestContext, entered: Entered, count: number): Promise<Scene> {
  const subject: Subject | undefined = subjects.find(({ name }) => name === entered.subject);
  assert.ok(subject);
  const stage = await subject.start();
  t.after(() => stage.mock.close());
  const elsewhere = await startMock({ seed: 'empty' });
  t.after(() => elsewhere.close());
  const { mock } = stage;
  const tasks: TaskRef[] = [];
  while (tasks.length < count) tasks.push({ ...(await stage.plant()), connection: 'c1' });
  const own = new Set(await signInsOf(mock, entered.header));
  const common = { id: 'c1', name: 'Mine', engine: subject.kind, url: entered.urlOf(mock) };
  const product = createProduct({
    setting: [{ ...common, ...entered.details(mock) }],
    table: engines,
    secret: entered.secret,
  });
  assert.deepEqual(product.problems, []);
  return { entered, stage, elsewhere, product, own, tasks, said: [] };
}

async function signInsOf(mock: TestMock, header: string): Promise<readonly string[]> {
  const values = (await mock.requests()).flatMap(({ headers }) => headers[header] ?? []);
  return values.map((value) => value.replace('Bearer ', '')).filter((value) => value !== '');
}

/**
 * The texts that must appear nowhere: the secret, plain and encoded, and every token obtained with
 * it.
 */
async function canaries({ entered, stage, own }: Scene): Promise<readonly string[]> {
  const { secret, header } = entered;
  const tokens = (await signInsOf(stage.mock, header)).filter((one) => !own.has(one));
  return [...new Set([secret, encodeURIComponent(secret), inForm(secret), ...tokens])];
}

function inForm(secret: string): string {
  return new URLSearchParams([['', secret]]).toString().slice(1);
}

async function note(scene: Scene, run: () => Promise<unknown>): Promise<void> {
  try {
    scene.said.push(inspect(await run(), { depth: 20 }));
  } catch (error) {
    scene.said.push(inspect(error, { depth: 20 }));
  }
}

/** An unused task, read as when a person opens it. */
async function look({ product, tasks }: Scene): Promise<Task> {
  const ref = tasks.pop();
  assert.ok(ref, 'plant more tasks');
  const task = await product.store.task(ref, signal);
  assert.ok(task);
  return task;
}

/** All reads of a connection. */
async function read(scene: Scene, base: Task): Promise<void> {
  const { product } = scene;
  const { engine } = await product.connections.connected('c1');
  await note(scene, () => engine.readTask(base.ref, signal));
  await note(scene, () => engine.test(signal));
  await note(scene, () => product.store.workflows('c1'));
  await note(scene, () => product.waiting.reread(signal).then(product.waiting.current));
}

/** An update, and its traces. */
async function update(scene: Scene, base: Task): Promise<void> {
  const { product } = scene;
  const { ref, name: taskName } = base;
  const change = { status: statusOf(base, 'complete') };
  const request = { base, update: change, ask: async () => 'send' as const, signal };
  await note(scene, () => product.updates.submit(request));
  await product.drafts.write({ ref, connectionName: 'Mine', taskName, text: '{ "a": 1 }' });
}

/** Servers that quote the request in every kind of answer that becomes an error message. */
function echoes(quoted: string, elsewhere: string): readonly FaultRule['fault'][] {
  const body = JSON.stringify({
    message: quoted,
    detail: quoted,
    error: { code: 400, message: quoted },
    error_description: quoted,
  });
  const page = `<!doctype html><title>${quoted}</title>`;
  const html = { 'content-type': 'text/html' };
  return [
    ...[400, 401, 403, 404, 500].map((status) => ({ kind: 'status' as const, status, body })),
    { kind: 'status', status: 401, body: JSON.stringify({ error: quoted }) },
    ...[200, 400, 401].map((status) => ({ kind: 'status' as const, status, body: quoted })),
    ...[200, 403, 502].map((status) => ({
      kind: 'status' as const,
      status,
      body: page,
      headers: html,
    })),
    ...[301, 302, 307, 308].map((status) => ({
      kind: 'status' as const,
      status,
      headers: {
        location: `${elsewhere}/${encodeURIComponent(quoted)}?q=${encodeURIComponent(quoted)}`,
      },
    })),
  ];
}

/** The exported journal. */
async function exported({ product }: Scene): Promise<string> {
  const entries = await product.journal.list(1_000);
  assert.notDeepEqual(entries, []);
  const formats = ['jsonl', 'csv'] as const;
  return formats.map((format) => entries.map((entry) => exportLine(format, entry)).join('')).join();
}

/** Every update as copied code: as it was sent, and as it would be sent now. */
async function copied(scene: Scene): Promise<string> {
  const { product } = scene;
  const { engine, connection } = await product.connections.connected('c1');
  const texts: string[] = [];
  for (const { ref, update, request } of await product.journal.list(1_000)) {
    assert.ok(request, 'the journal keeps the request');
    const requests = [request];
    // While the server rejects everything, this is reported like any other error.
    await note(scene, async () => {
      const task = await engine.readTask(ref, signal);
      const now = task && (await engine.preview?.(task, update, signal));
      if (now !== undefined) requests.push(now);
    });
    for (const one of requests) {
      const snippets = snippetsOf(connection.engine, { connection, request: one });
      texts.push(...snippets.map(({ code }) => code));
    }
  }
  assert.ok(texts.length >= 4, 'as curl and as code, twice');
  return texts.join('');
}

async function lookEverywhere(scene: Scene): Promise<void> {
  const { product, said, elsewhere } = scene;
  const places = {
    exports: await exported(scene),
    copies: await copied(scene),
    settings: JSON.stringify(product.saved.map(toSetting)),
    log: product.lines.join('\n'),
    errors: said.join('\n'),
    documents: JSON.stringify([...product.documents]),
  };
  assert.ok(places.exports.includes('"request":'), 'the exports are the right ones');
  assert.ok(places.copies.includes('curl --request'), 'the copies are the right ones');
  assert.ok(places.log.includes(' → '), 'the log is the right one');
  assert.ok(places.documents.includes('journal/'), 'the journal is the right one');
  assert.ok(places.documents.includes('drafts/'), 'the drafts are the right ones');
  const found = await canaries(scene);
  for (const [place, text] of Object.entries(places)) {
    for (const canary of found) {
      const at = text.indexOf(canary);
      assert.equal(at, -1, `${place}: ${text.slice(Math.max(0, at - 200), at + 80)}`);
    }
  }
  assert.deepEqual(await elsewhere.requests(), [], 'another origin was asked');
}

for (const entered of table) {
  const { name, secret, header, tokenPath } = entered;

  test(`${name}: a secret goes to its own server and nowhere else`, async (t) => {
    const scene = await open(t, entered, 1);
    const base = await look(scene);
    await read(scene, base);
    await update(scene, base);

    const requests = await scene.stage.mock.requests();
    const carried = requests.filter(({ path, headers, body }) =>
      tokenPath === undefined
        ? headers[header]?.includes(secret) === true
        : path === tokenPath && (body.includes(secret) || body.includes(inForm(secret))),
    );
    assert.notDeepEqual(carried, [], 'it was used');
    assert.ok(requests.every(({ path, query }) => !`${path}${query}`.includes(secret)));
    assert.equal((await scene.product.journal.list(1))[0]?.outcome?.kind, 'confirmed');
    await lookEverywhere(scene);
  });

  test(`${name}: an expired or rejected secret is never quoted, whatever the server says`, async (t) => {
    const scene = await open(t, entered, 2);
    const { mock } = scene.stage;
    const base = await look(scene);
    await read(scene, base);
    await mock.advanceClock(3 * 60 * 60_000);
    await read(scene, base);
    const waiting = await look(scene);
    const moments = [
      { path: '', run: read },
      { path: '/update$|/sync$', run: update },
      ...(tokenPath === undefined ? [] : [{ path: `^${tokenPath}`, run: read }]),
    ];
    for (const { path, run } of moments) {
      const quoted = `you sent ${(await canaries(scene)).join(' and ')}`;
      for (const fault of echoes(quoted, scene.elsewhere.cogniteUrl)) {
        await mock.setFaults({ path, count: 0, fault });
        await run(scene, waiting);
        await mock.setFaults();
      }
    }
    assert.ok(scene.said.length > 80, 'it was refused in many ways');
    await lookEverywhere(scene);
  });
}
