import { strict as assert } from 'node:assert';

import type { RequestPreview } from '../../src/domain/engine.ts';
import { isJsonObject, parseJson } from '../../src/domain/json.ts';
import type { Task } from '../../src/domain/task.ts';
import type { OutputChange, TaskUpdate } from '../../src/domain/taskUpdate.ts';
import type { RecordedRequest } from '../../src/mock/requestLog.ts';
import { hostileNames } from './hostileNames.ts';
import { contract, readTask, requestsOf, signal, statusOf } from './contract.ts';
import type { Stage } from './subject.ts';

// Headers that every HTTP client adds, each with its own values.
const ofTheClient = new Set([
  'accept',
  'accept-encoding',
  'connection',
  'content-length',
  'host',
  'user-agent',
]);

const hostileOutput =
  '{"n":12345678901234567890,"f":1.10,"text":"it’s \\"so\\"\\n\\\\ 👩‍🚀 \\u0000","list":[null,true,{}]}';

/** The preview of an update, and the single request that sent it. */
async function shownAndSent(stage: Stage, update: (task: Task) => TaskUpdate, name?: string) {
  const ref = await stage.plant(name === undefined ? {} : { task: name });
  const before = await readTask(stage.engine, ref);
  const shown = await stage.engine.preview?.(before, update(before), signal);
  assert.ok(shown, 'the engine has no preview');
  const lines = await requestsOf(stage, () => stage.engine.send(before, update(before), signal));
  const [sent] = await stage.mock.requests();
  assert.ok(sent);
  assert.equal(lines.length, 1, lines.join());
  return { shown, sent };
}

/** A recorded request in the form of a preview, with credentials replaced by the names shown. */
function asShown(sent: RecordedRequest, { headers, url }: RequestPreview): RequestPreview {
  const own = Object.entries(sent.headers).filter(([name]) => !ofTheClient.has(name));
  return {
    method: sent.method,
    url: new URL(url).origin + sent.path + sent.query,
    headers: Object.fromEntries(
      own.map(([name, value]) => {
        const held = headers[name] ?? '';
        return [name, held.includes('$') ? held : value];
      }),
    ),
    ...(sent.body === '' ? {} : { body: sent.body }),
  };
}

function outputOf({ options }: Task, text: string): OutputChange {
  if (options.output?.kind === 'text') return { kind: 'text', text };
  const value = parseJson(text);
  assert.ok(isJsonObject(value));
  return { kind: 'object', mode: 'merge', value };
}

contract('previewing', (it) => {
  it('shows the exact request, byte for byte', async (stage) => {
    const ref = await stage.plant();
    const { options } = await readTask(stage.engine, ref);
    const words = options.fields
      .filter(({ kind }) => kind === 'text')
      .map(({ key }) => [key, 'it’s me & you?']);
    const updates: ((task: Task) => TaskUpdate)[] = [
      ...options.statuses.map((option) => () => ({ status: option.status })),
      (task) => ({
        status: statusOf(task, 'complete'),
        output: outputOf(task, hostileOutput),
        ...(options.reasonLimit === undefined ? {} : { reason: 'it’s "not" good\nenough' }),
      }),
      (task) => ({ status: statusOf(task, 'complete'), output: outputOf(task, '{}') }),
      // The worker's name is part of the query.
      (task) => ({ status: statusOf(task, 'complete'), fields: Object.fromEntries(words) }),
    ];
    for (const update of updates) {
      const { shown, sent } = await shownAndSent(stage, update);
      assert.deepEqual(shown, asShown(sent, shown));
    }
  });

  it('shows names of every kind as they are sent', async (stage) => {
    for (const name of hostileNames) {
      const complete = (task: Task) => ({ status: statusOf(task, 'complete') });
      const { shown, sent } = await shownAndSent(stage, complete, name);
      assert.deepEqual(shown, asShown(sent, shown), name);
    }
  });

  it('changes nothing and contains no secret', async (stage) => {
    const { engine, plant } = stage;
    const before = await readTask(engine, await plant());
    const update = { status: statusOf(before, 'complete') };
    const asked = await requestsOf(stage, async () => engine.preview?.(before, update, signal));
    assert.ok(
      asked.every((line) => line.startsWith('GET ')),
      asked.join(),
    );
    const { shown, sent } = await shownAndSent(stage, () => update);
    const signIns = Object.keys(sent.headers).filter((name) => /authorization|api-key/.test(name));
    assert.deepEqual(
      Object.keys(shown.headers).filter((name) => shown.headers[name]?.includes('$')),
      signIns,
    );
    for (const name of signIns) {
      const secret = (sent.headers[name] ?? '').split(' ').at(-1) ?? '';
      assert.notEqual(secret, '');
      assert.ok(!JSON.stringify(shown).includes(secret), name);
    }
  });
});
