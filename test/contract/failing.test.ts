import { strict as assert } from 'node:assert';

import type { Engine } from '../../src/domain/engine.ts';
import { type EngineError, isAbort, isEngineError } from '../../src/domain/engineError.ts';
import type { Task } from '../../src/domain/task.ts';
import type { FaultRule } from '../../src/mock/faults.ts';
import { contract, readTask, saveAsItIs, signal, statusOf } from './contract.ts';
import type { Stage } from './subject.ts';

type Fault = FaultRule['fault'];

async function failureOf(run: () => Promise<unknown>): Promise<EngineError> {
  try {
    await run();
  } catch (error) {
    if (isEngineError(error)) return error;
    throw error;
  }
  throw new Error('it did not fail');
}

/** An open task, read by an engine that already knows its server's capabilities. */
async function openTask({ engine, plant }: Stage): Promise<Task> {
  const task = await readTask(engine, await plant());
  await saveAsItIs(engine, task);
  return await readTask(engine, task.ref);
}

const complete = (engine: Engine, task: Task) => () =>
  engine.send(task, { status: statusOf(task, 'complete') }, signal);

/**
 * Sets a fault for all requests of these paths and calls `run`, which must fail. Returns its error
 * and the number of requests.
 */
async function under(
  { mock }: Stage,
  rule: { path: string; count?: number; fault: Fault },
  run: () => Promise<unknown>,
): Promise<{ error: EngineError; requests: number }> {
  await mock.clearRequests();
  await mock.setFaults({ count: 0, ...rule });
  const error = await failureOf(run);
  await mock.setFaults();
  return { error, requests: (await mock.requests()).length };
}

contract('failing', (it) => {
  it('rejections have their error kinds and prove that nothing was applied', async (stage, subject) => {
    const { engine, errorBody, paths } = stage;
    const task = await openTask(stage);
    const table = [
      [401, 'auth'],
      [403, 'forbidden'],
      [409, 'conflict'],
      [413, 'tooLarge'],
      [414, 'tooLarge'],
      [451, 'forbidden'],
      [429, 'rateLimited'],
    ] as const;
    for (const [status, kind] of table) {
      const body = errorBody(status, 'because of that');
      const headers = { 'retry-after': '7' };
      const fault: Fault = { kind: 'status', status, body, headers };
      const sent = await under(stage, { path: paths.update, fault }, complete(engine, task));
      assert.deepEqual([sent.error.kind, sent.error.nothingApplied], [kind, true]);
      assert.ok(sent.error.message.includes('because of that'), sent.error.message);
      assert.equal(sent.error.retryAfterMs, 7_000);
      // The update, the sign-in and the repeated update: the rejection proves that nothing was
      // applied.
      const tries = status === 401 && subject.renewsToken ? 3 : 1;
      assert.equal(sent.requests, tries);

      const read = await under(stage, { path: paths.readTask, fault }, () =>
        readTask(engine, task.ref),
      );
      assert.equal(read.error.kind, kind);
      assert.equal(read.requests, tries, 'a pause of seven seconds is too long to wait here');
    }
    assert.deepEqual(await readTask(engine, task.ref), task);
  });

  it('a retry after a new sign-in is reported', async ({ mock, engine, ...stage }, subject) => {
    const task = await openTask({ mock, engine, ...stage });
    const fault: Fault = { kind: 'status', status: 401, body: stage.errorBody(401, 'too old') };
    await mock.setFaults({ path: stage.paths.update, count: 1, fault });
    const told: string[] = [];
    const update = { status: statusOf(task, 'complete') };

    const sent = engine.send(task, update, signal, {
      onRefused: (said) => void told.push(said),
    });

    if (subject.renewsToken) assert.equal((await sent).accepted, true);
    else await failureOf(() => sent);
    assert.equal(told.length, subject.renewsToken ? 1 : 0);
    for (const said of told) assert.match(said, /401.*too old/);
  });

  it('an update that is cancelled before it leaves never leaves', async (stage, subject) => {
    const { engine, mock, paths } = stage;
    const task = await openTask(stage);
    const cancelled = new DOMException('Cancelled.', 'AbortError');
    const leaves = (most: number) => {
      let left = 0;
      const onLeave = () => {
        left += 1;
        if (left > most) throw cancelled;
      };
      return { onLeave };
    };
    const update = { status: statusOf(task, 'complete') };
    const sent = async () => {
      const all = await mock.requests();
      return all.filter((one) => new RegExp(paths.update).test(one.path)).length;
    };
    await mock.clearRequests();
    await assert.rejects(engine.send(task, update, signal, leaves(0)), cancelled);
    assert.equal(await sent(), 0);
    if (engine.stop !== undefined) {
      await assert.rejects(engine.stop(task, signal, leaves(0)), cancelled);
      assert.deepEqual(await mock.requests(), []);
    }
    if (!subject.renewsToken) return;

    const fault: Fault = { kind: 'status', status: 401, body: stage.errorBody(401, 'too old') };
    await mock.setFaults({ path: paths.update, count: 1, fault });
    await assert.rejects(engine.send(task, update, signal, leaves(1)), cancelled);
    assert.equal(await sent(), 1, 'only the request that was refused');
    assert.deepEqual(await readTask(engine, task.ref), task);
  });

  it('reads are repeated on a failing server, updates never', async (stage) => {
    const { engine, paths } = stage;
    const task = await openTask(stage);
    const table = [
      [408, 'timeout'],
      [410, 'notFound'],
      [500, 'unavailable'],
      [502, 'unavailable'],
      [503, 'unavailable'],
    ] as const;
    for (const [status, kind] of table) {
      const fault: Fault = { kind: 'status', status };
      const sent = await under(stage, { path: paths.update, fault }, complete(engine, task));
      assert.deepEqual([sent.error.kind, sent.error.nothingApplied], [kind, false]);
      assert.equal(sent.requests, 1);
    }
    await stage.mock.setFaults({
      path: paths.readTask,
      count: 2,
      fault: { kind: 'status', status: 503 },
    });
    assert.deepEqual(await readTask(engine, task.ref), task);
  });

  it('Retry-After is obeyed by reads', async (stage) => {
    const task = await openTask(stage);
    await stage.mock.setFaults({
      path: stage.paths.readTask,
      count: 1,
      fault: { kind: 'status', status: 429, headers: { 'retry-after': '1' } },
    });
    assert.deepEqual(await readTask(stage.engine, task.ref), task);
  });

  it('a lost answer proves nothing, although the update was applied', async (stage) => {
    const { engine, paths } = stage;
    const task = await openTask(stage);
    const sent = await under(
      stage,
      { path: paths.update, fault: { kind: 'lostAnswer' } },
      complete(engine, task),
    );
    assert.deepEqual([sent.error.kind, sent.error.nothingApplied], ['network', false]);
    assert.equal(sent.requests, 1);
    assert.equal((await readTask(engine, task.ref)).status, statusOf(task, 'complete'));
  });

  it('answers that are not data are recognized and never quoted', async (stage) => {
    const { engine, paths, lines } = stage;
    const task = await openTask(stage);
    const read = () => readTask(engine, task.ref);
    const table = [
      [{ kind: 'malformed' }, 'badResponse', /not JSON/],
      [{ kind: 'loginPage' }, 'badResponse', /web page .*are you signed in/],
      [{ kind: 'status', status: 200, body: '{"a":"hush"}' }, 'badResponse', /unexpected shape: /],
      [{ kind: 'reset' }, 'network', /broke before/],
    ] as const;
    for (const [fault, kind, message] of table) {
      const { error } = await under(stage, { path: paths.readTask, fault }, read);
      assert.equal(error.kind, kind);
      assert.match(error.message, message);
    }
    assert.doesNotMatch(lines.join('\n'), /hush/);
  });

  it('an answer that is not data does not accept an update', async (stage) => {
    const { engine, paths } = stage;
    const task = await openTask(stage);
    const faults: readonly Fault[] = [
      { kind: 'loginPage' },
      { kind: 'status', status: 200, body: 'We are down for maintenance.' },
    ];
    for (const fault of faults) {
      const sent = await under(stage, { path: paths.update, fault }, complete(engine, task));
      assert.deepEqual([sent.error.kind, sent.error.nothingApplied], ['badResponse', false]);
      assert.equal(sent.requests, 1);
    }
  });

  it(
    'a server that takes too long is a timeout',
    async (stage) => {
      const { engine, paths } = stage;
      const task = await openTask(stage);
      const fault: Fault = { kind: 'latency', ms: 2_000 };
      const sent = await under(stage, { path: paths.update, fault }, complete(engine, task));
      assert.deepEqual([sent.error.kind, sent.error.nothingApplied], ['timeout', false]);
    },
    { timeoutMs: 300 },
  );

  it('an abort passes through as AbortError', async (stage) => {
    const { engine, mock } = stage;
    const task = await openTask(stage);
    const stop = new AbortController();
    await mock.setFaults({ count: 0, fault: { kind: 'latency', ms: 2_000 } });
    const calls = [
      engine.test(stop.signal),
      engine.readTask(task.ref, stop.signal),
      engine.listWorkflows({ size: 5 }, stop.signal),
      engine.send(task, { status: 'COMPLETED' }, stop.signal),
    ];
    const results = Promise.allSettled(calls);
    stop.abort();
    for (const result of await results) {
      assert.ok(result.status === 'rejected' && isAbort(result.reason));
    }
  });

  it('an unreachable server is reported, and nothing was applied', async (stage) => {
    const task = await openTask(stage);
    await stage.mock.close();
    // The kept-alive connection may break first; after that the connection is refused.
    await failureOf(() => readTask(stage.engine, task.ref));
    const error = await failureOf(complete(stage.engine, task));
    assert.deepEqual([error.kind, error.nothingApplied], ['network', true]);
    assert.match(error.message, /^Nothing answers at http:\/\/127\.0\.0\.1:\d+/);
  });
});
