import { strict as assert } from 'node:assert';

import type { Engine } from '../../src/domain/engine.ts';
import { isEngineError } from '../../src/domain/engineError.ts';
import type { Task, TaskRef } from '../../src/domain/task.ts';
import type { TaskUpdate } from '../../src/domain/update.ts';
import { contract, readTask, requestsOf, signal } from './stage.ts';

const merge = (value: Record<string, string | number>) =>
  ({ output: { kind: 'object', mode: 'merge', value } }) as const;

/** The status that the engine gives one of the roles that every task has. */
function statusOf(task: Task, role: 'complete' | 'fail'): string {
  const option = task.options.statuses.find((found) => found.role === role);
  assert.ok(option, `no status for ${role}`);
  return option.status;
}

/** Sends and asserts that reading again shows what the engine said to expect. */
async function apply(engine: Engine, ref: TaskRef, update: TaskUpdate): Promise<Task> {
  const before = await readTask(engine, ref);
  const answer = await engine.send(before, update, signal);
  assert.equal(answer.accepted, true, answer.said);
  const after = await readTask(engine, ref);
  const expected = engine.expects(before, update).map((expectation) => expectation.status);
  assert.ok(expected.includes(after.status), `${after.status} is none of ${expected.join(', ')}`);
  return after;
}

contract('updating', (it) => {
  it('every status that is offered can be set, with and without output', async (stage) => {
    const { engine, plant } = stage;
    const { options } = await readTask(engine, await plant());
    assert.ok(options.statuses.length > 2);
    for (const { status } of options.statuses) {
      const plain = await apply(engine, await plant(), { status });
      assert.deepEqual(plain.output, {}, status);
      const full = await apply(engine, await plant(), { status, ...merge({ a: 1 }) });
      assert.deepEqual(full.output, { a: 1 }, status);
    }
  });

  it('output is merged or replaced, as the update says', async ({ engine, plant }) => {
    const ref = await plant();
    await apply(engine, ref, merge({ a: 1, b: 1 }));
    const merged = await apply(engine, ref, merge({ b: 2 }));
    assert.deepEqual(merged.output, { a: 1, b: 2 });
    const replaced = await apply(engine, ref, {
      output: { kind: 'object', mode: 'replace', value: { c: 3 } },
    });
    assert.deepEqual(replaced.output, { c: 3 });
    const kept = await apply(engine, ref, { status: statusOf(replaced, 'complete') });
    assert.deepEqual(kept.output, { c: 3 });
  });

  it('a reason goes along and clears nothing else', async ({ engine, plant }) => {
    const ref = await plant();
    await apply(engine, ref, { ...merge({ a: 1 }), fields: { workerId: 'me' } });
    const status = statusOf(await readTask(engine, ref), 'fail');
    const failed = await apply(engine, ref, { status, reason: 'not good enough' });
    assert.deepEqual([failed.reason, failed.worker], ['not good enough', 'me']);
    assert.deepEqual(failed.output, { a: 1 });
  });

  it('an update is one request, and none that takes a worker’s task away', async (stage) => {
    const { engine, plant } = stage;
    for (const more of [{}, { reason: 'why' }]) {
      const before = await readTask(engine, await plant());
      const update = { status: statusOf(before, 'complete'), ...more };
      await engine.send(await readTask(engine, await plant()), update, signal);
      const sent = await requestsOf(stage, () => engine.send(before, update, signal));
      assert.equal(sent.length, 1, sent.join());
      assert.doesNotMatch(sent.join(), /poll|update-v2/);
    }
  });

  it('an output above the limit is refused without a request', async (stage) => {
    const { engine, plant } = stage;
    const before = await readTask(engine, await plant());
    const limit = before.options.output?.limitBytes ?? 0;
    const update = {
      status: statusOf(before, 'complete'),
      ...merge({ text: 'x'.repeat(limit) }),
    };
    await engine.send(before, { status: 'IN_PROGRESS' }, signal);
    const sent = await requestsOf(stage, () =>
      assert.rejects(
        engine.send(before, update, signal),
        (error) => isEngineError(error, 'tooLarge') && error.nothingApplied,
      ),
    );
    assert.deepEqual(sent, []);
  });

  it('a task that is over offers nothing and does not change', async ({ engine, plant }) => {
    const ref = await plant();
    const complete = statusOf(await readTask(engine, ref), 'complete');
    const fail = statusOf(await readTask(engine, ref), 'fail');
    const done = await apply(engine, ref, { status: complete, ...merge({ a: 1 }) });
    assert.equal(done.terminal, true);
    assert.ok(done.options.refusal);
    const late = await engine.send(done, { status: fail, ...merge({ a: 2 }) }, signal);
    assert.equal(late.accepted, false, late.said);
    // By id a server may answer as if it had done it: only reading tells.
    await engine.send(done, { status: fail, reason: 'too late' }, signal);
    assert.deepEqual(await readTask(engine, ref), done);
  });

  it('an unknown name, execution or task is not accepted, in the server’s words', async (stage) => {
    const { engine, plant } = stage;
    const task = await readTask(engine, await plant());
    const status = statusOf(task, 'complete');
    const elsewhere = { ...task, ref: { ...task.ref, execution: 'no-such-execution' } };
    const noTask = { ...task, ref: { ...task.ref, task: 'no-such-task' } };
    const answers = [
      await engine.send({ ...task, name: 'no-such-name' }, { status }, signal),
      await engine.send(elsewhere, { status }, signal),
      await engine.send(elsewhere, { status, reason: 'by id' }, signal),
      await engine.send(noTask, { status, reason: 'by id' }, signal),
    ];
    for (const { accepted, said } of answers) {
      assert.equal(accepted, false, said);
      assert.match(said, /^200 with an empty answer|^The server answered 404: .*no-such-/);
    }
    assert.deepEqual(await readTask(engine, task.ref), task);
  });

  it('names of every kind arrive as they are', async ({ engine, plant }, { isIndexed }) => {
    const names = ['two words', 'a/b', 'a;b=c', 'a\\b', '100%', 'a%2Fb', 'a__b', 'ä😀', '?#&+"<>'];
    for (const name of [...names, '..', 'x'.repeat(255)]) {
      const workflow = `flow ${name}`;
      const ref = await plant({ workflow, task: name });
      assert.equal(ref.workflow, workflow);
      const before = await readTask(engine, ref);
      assert.equal(before.name, name);
      const status = statusOf(before, 'complete');
      const after = await apply(engine, ref, { status, ...merge({ name }) });
      assert.deepEqual(after.output, { name });
      // The makeshift list has to name the workflow in a path, where a slash does not travel.
      if (!isIndexed && /[/\\]/.test(name)) continue;
      const found = await engine.listExecutions?.({ workflow }, { size: 5 }, signal);
      assert.deepEqual(
        found?.items.map((execution) => execution.id),
        [ref.execution],
        workflow,
      );
    }
  });
});
