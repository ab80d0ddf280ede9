import { strict as assert } from 'node:assert';

import { isEngineError } from '../../src/domain/engineError.ts';
import type { ExecutionFilter } from '../../src/domain/execution.ts';
import type { Stage } from './subject.ts';
import { contract, listExecutions, readTask, requestsOf, signal } from './stage.ts';

/** Plants executions ten seconds apart; their ids, newest first. */
async function plantMany(stage: Stage, count: number, workflow = 'flow'): Promise<string[]> {
  const ids: string[] = [];
  for (let i = 0; i < count; i++) {
    ids.unshift((await stage.plant({ workflow })).execution ?? '');
    await stage.mock.advanceClock(10_000);
  }
  return ids;
}

async function idsOf(stage: Stage, filter: ExecutionFilter): Promise<string[]> {
  const { items } = await listExecutions(stage.engine, filter);
  return items.map((execution) => execution.id);
}

contract('reading', (it) => {
  it('the connection test names the server and what it lacks', async (stage, { kind }) => {
    const empty = await stage.engine.test(signal);
    assert.ok(empty.server.toLowerCase().includes(kind), empty.server);
    assert.notDeepEqual(empty.notes, []);
  });

  it('workflows are listed in pages, each once', async ({ engine, plant }) => {
    for (const workflow of ['c', 'a', 'b']) await plant({ workflow });
    const first = await engine.listWorkflows({ size: 2 }, signal);
    assert.ok(first.next);
    const second = await engine.listWorkflows({ size: 2, cursor: first.next }, signal);
    assert.equal(second.next, undefined);
    assert.deepEqual(
      [...first.items, ...second.items].map((workflow) => workflow.name),
      ['a', 'b', 'c'],
    );
  });

  it('executions are listed newest first, in pages, each once', async (stage, { isIndexed }) => {
    const ids = await plantMany(stage, 5);
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const page = { size: 2, ...(cursor === undefined ? {} : { cursor }) };
      const { items, next, notice } = await listExecutions(stage.engine, {}, page);
      assert.equal(notice === undefined, isIndexed);
      found.push(...items.map((execution) => execution.id));
      cursor = next;
      assert.ok(found.length <= ids.length, 'the pages never end');
    } while (cursor !== undefined);
    assert.deepEqual(found, ids);
  });

  it('executions are filtered by workflow, status, time and text', async (stage) => {
    const [first] = await plantMany(stage, 1, 'other');
    const ids = await plantMany(stage, 2);
    const { items } = await listExecutions(stage.engine, { workflow: 'flow' });
    const started = items.at(-1)?.startedAt ?? 0;
    assert.deepEqual(
      items.map((execution) => execution.id),
      ids,
    );
    const table: readonly (readonly [ExecutionFilter, readonly (string | undefined)[]])[] = [
      [{ workflow: 'other' }, [first]],
      [{ workflow: 'none' }, []],
      [{ statuses: [items[0]?.status ?? ''] }, [...ids, first]],
      [{ statuses: ['FAILED'] }, []],
      [{ startedAfter: started - 5_000 }, ids],
      [{ startedBefore: started - 60_000 }, []],
      [{ text: ids[1] ?? '' }, [ids[1]]],
    ];
    for (const [filter, expected] of table) {
      assert.deepEqual(await idsOf(stage, filter), expected, JSON.stringify(filter));
    }
  });

  it('a page costs one request once the list is known to work', async (stage, { isIndexed }) => {
    await stage.plant();
    const { engine } = stage;
    await listExecutions(engine, {});
    const sent = await requestsOf(stage, () => listExecutions(engine, { workflow: 'none' }));
    if (isIndexed) assert.equal(sent.length, 1, sent.join());
    else assert.ok(sent.length < 5, sent.join());
  });

  it('an empty list is empty and needs no notice', async ({ engine }) => {
    assert.deepEqual((await listExecutions(engine, {})).items, []);
    assert.equal((await listExecutions(engine, {})).notice, undefined);
  });

  it('a task reads the same alone and in its execution', async ({ engine, plant }) => {
    const ref = await plant();
    const detail = await engine.readExecution?.(ref.execution ?? '', signal);
    const node = detail?.nodes[0];
    assert.ok(node?.kind === 'task');
    assert.deepEqual(await readTask(engine, ref), node.task);
    assert.equal(node.task.state, 'waiting');
    assert.equal(node.task.terminal, false);
    assert.equal(detail?.execution.terminal, false);
  });

  it('an unknown task is undefined, and so is one of another execution', async (stage) => {
    const ref = await stage.plant();
    const { engine } = stage;
    assert.equal(await engine.readTask({ ...ref, task: 'no-such-task' }, signal), undefined);
    assert.equal(await engine.readTask({ ...ref, execution: 'other' }, signal), undefined);
  });

  it('an unknown execution is not found', async ({ engine }) => {
    await assert.rejects(
      async () => await engine.readExecution?.('no-such-execution', signal),
      (error) => isEngineError(error, 'notFound') && error.message.includes('no-such-execution'),
    );
  });

  it('a status that nobody has seen before is shown as it is', async (stage) => {
    const { engine, mock, paths, plant } = stage;
    const ref = await plant();
    const { status } = await readTask(engine, ref);
    const body = (await (await fetch(`${mock.conductorUrl}/tasks/${ref.task}`)).text()).replace(
      `"status":"${status}"`,
      '"status":"MEDITATING"',
    );
    await mock.setFaults({ path: paths.readTask, fault: { kind: 'status', status: 200, body } });
    const task = await readTask(engine, ref);
    assert.deepEqual([task.status, task.state, task.terminal], ['MEDITATING', 'unknown', false]);
  });

  it('reading changes nothing and asks for no more than it must', async (stage) => {
    const { engine, mock, plant } = stage;
    const ref = await plant();
    const before = await readTask(engine, ref);
    await mock.clearRequests();
    await readTask(engine, ref);
    const requests = await mock.requests();
    assert.deepEqual(
      requests.map(({ method }) => method),
      ['GET'],
    );
    assert.deepEqual(await readTask(engine, ref), before);
  });
});
