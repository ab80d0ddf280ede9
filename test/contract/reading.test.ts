import { strict as assert } from 'node:assert';

import { isEngineError } from '../../src/domain/engineError.ts';
import type { ExecutionFilter } from '../../src/domain/execution.ts';
import type { TaskRef } from '../../src/domain/task.ts';
import { contract, listRuns, readTask, requestsOf, runOf, signal } from './contract.ts';
import type { Stage, Subject } from './subject.ts';

/** Plants tasks ten seconds apart and returns their refs, newest first. */
async function plantMany(stage: Stage, count: number, workflow = 'flow'): Promise<TaskRef[]> {
  const refs: TaskRef[] = [];
  for (let i = 0; i < count; i++) {
    refs.unshift(await stage.plant({ workflow }));
    await stage.mock.advanceClock(10_000);
  }
  return refs;
}

async function idsOf(stage: Stage, filter: ExecutionFilter): Promise<string[]> {
  const { items } = await listRuns(stage.engine, filter);
  return items.map((run) => run.id);
}

/** The widest filter that a list accepts. */
function widest({ listsAcross }: Subject, ref?: TaskRef): ExecutionFilter {
  return listsAcross ? {} : { workflow: ref?.workflow ?? 'none' };
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

  it('runs are listed newest first, in pages, each once', async (stage, subject) => {
    const refs = await plantMany(stage, 5);
    const filter = widest(subject, refs[0]);
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const page = { size: 2, ...(cursor === undefined ? {} : { cursor }) };
      const { items, next, notice } = await listRuns(stage.engine, filter, page);
      assert.equal(notice === undefined, subject.isIndexed);
      found.push(...items.map((run) => run.id));
      cursor = next;
      assert.ok(found.length <= refs.length, 'the pages never end');
    } while (cursor !== undefined);
    assert.deepEqual(found, refs.map(runOf));
  });

  it('runs are filtered by workflow, status, time and text', async (stage, subject) => {
    const [other] = await plantMany(stage, 1, 'other');
    const refs = await plantMany(stage, 2);
    const ids = refs.map(runOf);
    assert.ok(other && refs[0]);
    const { workflow } = refs[0];
    const { items } = await listRuns(stage.engine, { workflow });
    const started = items.at(-1)?.startedAt ?? 0;
    const failed = stage.engine.executionStatuses?.find((status) => /^failed$/i.test(status));
    assert.deepEqual(
      items.map((run) => run.id),
      ids,
    );
    const wide = widest(subject, refs[0]);
    const table: readonly (readonly [ExecutionFilter, readonly (string | undefined)[]])[] = [
      [{ workflow: other.workflow }, [runOf(other)]],
      [{ workflow: 'none' }, []],
      [
        { ...wide, statuses: [items[0]?.status ?? ''] },
        subject.listsAcross ? [...ids, runOf(other)] : ids,
      ],
      [{ ...wide, statuses: [failed ?? ''] }, []],
      [{ ...wide, startedAfter: started - 5_000 }, ids],
      [{ ...wide, startedBefore: started - 60_000 }, []],
      [{ ...wide, text: ids[1] ?? '' }, [ids[1]]],
    ];
    for (const [filter, expected] of table) {
      assert.deepEqual(await idsOf(stage, filter), expected, JSON.stringify(filter));
    }
  });

  it('a page costs few requests once the list is known to work', async (stage, subject) => {
    const { workflow } = await stage.plant();
    const { engine } = stage;
    await listRuns(engine, { workflow });
    const most = subject.isIndexed ? 1 : 5;
    // An empty page too: it does not mean that there is no index.
    for (const more of [{}, { startedBefore: 1_000 }]) {
      const sent = await requestsOf(stage, () => listRuns(engine, { workflow, ...more }));
      assert.ok(sent.length <= most, sent.join());
    }
  });

  it('an empty list is empty and needs no notice', async ({ engine }, subject) => {
    const { items, next, notice } = await listRuns(engine, widest(subject));
    assert.deepEqual([items, next, notice], [[], undefined, undefined]);
  });

  it('a task by its id and in a list are the same', async ({ engine, plant }) => {
    const ref = await plant();
    const alone = await readTask(engine, ref);
    assert.equal(alone.state, 'waiting');
    assert.equal(alone.terminal, false);
    const detail = await engine.readExecution?.(ref.execution ?? '', signal);
    if (detail === undefined) {
      // A list may contain less of a task, but nothing different.
      const page = await engine.listTasks?.({ workflow: ref.workflow }, { size: 5 }, signal);
      const listed = page?.items[0];
      for (const key of ['ref', 'name', 'type', 'status', 'state', 'output', 'worker'] as const) {
        assert.deepEqual(listed?.[key], alone[key], key);
      }
      return;
    }
    const node = detail.nodes[0];
    assert.ok(node?.kind === 'task');
    assert.deepEqual(alone, node.task);
    assert.equal(detail.execution.terminal, false);
  });

  it('an unknown task is undefined, and so is one of another execution', async (stage) => {
    const ref = await stage.plant();
    const { engine } = stage;
    assert.equal(await engine.readTask({ ...ref, task: 'no-such-task' }, signal), undefined);
    if (ref.execution === undefined) return;
    assert.equal(await engine.readTask({ ...ref, execution: 'other' }, signal), undefined);
  });

  it('an unknown execution is not found', async ({ engine }) => {
    if (engine.readExecution === undefined) {
      assert.ok(engine.listTasks, 'without executions an engine lists tasks');
      return;
    }
    await assert.rejects(
      async () => await engine.readExecution?.('no-such-execution', signal),
      (error) => isEngineError(error, 'notFound') && error.message.includes('no-such-execution'),
    );
  });

  it('an unknown status is shown unchanged', async (stage) => {
    const { engine, mock, paths, plant, readRaw } = stage;
    const ref = await plant();
    const { status } = await readTask(engine, ref);
    const body = (await readRaw(ref)).replace(`"status":"${status}"`, '"status":"MEDITATING"');
    await mock.setFaults({ path: paths.readTask, fault: { kind: 'status', status: 200, body } });
    const task = await readTask(engine, ref);
    assert.deepEqual([task.status, task.state, task.terminal], ['MEDITATING', 'unknown', false]);
  });

  it('reading changes nothing and makes only the necessary requests', async (stage) => {
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
