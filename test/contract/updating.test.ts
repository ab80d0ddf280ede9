import { strict as assert } from 'node:assert';

import type { Engine } from '../../src/domain/engine.ts';
import { isEngineError } from '../../src/domain/engineError.ts';
import type { JsonObject } from '../../src/domain/json.ts';
import type { Task, TaskRef } from '../../src/domain/task.ts';
import type { OutputMode, TaskUpdate } from '../../src/domain/taskUpdate.ts';
import { hostileNames } from './hostileNames.ts';
import {
  canSave,
  contract,
  listRuns,
  readTask,
  requestsOf,
  runOf,
  saveAsItIs,
  signal,
  statusOf,
} from './contract.ts';

/** An output in the shape that the task takes: JSON, as an object or as text. */
function outputOf(task: Task, value: JsonObject, mode?: OutputMode): Pick<TaskUpdate, 'output'> {
  const { output } = task.options;
  assert.ok(output, 'the task takes no output');
  if (output.kind === 'text') return { output: { kind: 'text', text: JSON.stringify(value) } };
  const [first] = output.modes;
  return { output: { kind: 'object', mode: mode ?? first ?? 'merge', value } };
}

/** The task's output as JSON; an empty one is an empty object. */
function heldBy({ output }: Task): JsonObject {
  return typeof output === 'string' ? (JSON.parse(output || '{}') as JsonObject) : (output ?? {});
}

/** Sends an update and asserts that reading the task shows one of the expected statuses. */
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
    for (const { status, endsTask = false } of options.statuses) {
      const bare = await readTask(engine, await plant());
      assert.deepEqual(heldBy(await apply(engine, bare.ref, { status })), heldBy(bare), status);
      const open = await readTask(engine, await plant());
      const output = outputOf(open, { a: 1 });
      const full = await apply(engine, open.ref, { status, ...output });
      assert.deepEqual(heldBy(full), { ...heldBy(open), a: 1 }, status);
      assert.equal(full.terminal, endsTask, `what ${status} says of the end`);
    }
  });

  it('output is merged or replaced, as the update says', async ({ engine, plant }) => {
    const ref = await plant();
    const open = await readTask(engine, ref);
    const { kind, modes = [] } = open.options.output ?? {};
    if (!canSave(open)) {
      // One update ends the task and keeps its earlier output.
      const update = { status: statusOf(open, 'complete'), ...outputOf(open, { a: 1 }) };
      assert.notDeepEqual(heldBy(open), {});
      assert.deepEqual(heldBy(await apply(engine, ref, update)), { ...heldBy(open), a: 1 });
      return;
    }
    let held: JsonObject = { a: 1, b: 1 };
    assert.deepEqual(heldBy(await apply(engine, ref, outputOf(open, held))), held);
    if (modes.includes('merge')) {
      held = { a: 1, b: 2 };
      const merged = await apply(engine, ref, outputOf(open, { b: 2 }, 'merge'));
      assert.deepEqual(heldBy(merged), held);
    }
    if (kind === 'text' || modes.includes('replace')) {
      held = { c: 3 };
      const replaced = await apply(engine, ref, outputOf(open, held, 'replace'));
      assert.deepEqual(heldBy(replaced), held);
    }
    const kept = await apply(engine, ref, { status: statusOf(open, 'complete') });
    assert.deepEqual(heldBy(kept), held);
  });

  it('a reason goes along and clears nothing else', async ({ engine, plant }) => {
    const ref = await plant();
    const open = await readTask(engine, ref);
    const hasWorker = open.options.fields.some(({ key }) => key === 'workerId');
    const first = {
      ...outputOf(open, { a: 1 }),
      ...(hasWorker ? { fields: { workerId: 'me' } } : {}),
    };
    if (canSave(open)) await apply(engine, ref, first);
    const takesReason = open.options.reasonLimit !== undefined;
    const failed = await apply(engine, ref, {
      status: statusOf(open, 'fail'),
      ...(canSave(open) ? {} : first),
      ...(takesReason ? { reason: 'not good enough' } : {}),
    });
    if (takesReason) assert.equal(failed.reason, 'not good enough');
    assert.equal(failed.worker, hasWorker ? 'me' : open.worker);
    assert.deepEqual(heldBy(failed), { ...heldBy(open), a: 1 });
  });

  it('an update is one request, and none that takes a worker’s task away', async (stage) => {
    const { engine, plant } = stage;
    for (const reason of ['', 'why']) {
      const before = await readTask(engine, await plant());
      const more = reason === '' || before.options.reasonLimit === undefined ? {} : { reason };
      const update = { status: statusOf(before, 'complete'), ...more };
      await engine.send(await readTask(engine, await plant()), update, signal);
      const sent = await requestsOf(stage, () => engine.send(before, update, signal));
      assert.equal(sent.length, 1, sent.join());
      assert.doesNotMatch(sent.join(), /poll|update-v2/);
    }
  });

  it('an output above the limit is rejected without a request', async (stage) => {
    const { engine, plant } = stage;
    const before = await readTask(engine, await plant());
    const limit = before.options.output?.limitBytes ?? 0;
    const update = {
      status: statusOf(before, 'complete'),
      ...outputOf(before, { text: 'x'.repeat(limit) }),
    };
    await saveAsItIs(engine, before);
    const sent = await requestsOf(stage, () =>
      assert.rejects(
        engine.send(before, update, signal),
        (error) => isEngineError(error, 'tooLarge') && error.nothingApplied,
      ),
    );
    assert.deepEqual(sent, []);
  });

  it('a finished task does not change, or is reopened knowingly', async (stage, subject) => {
    const { engine, plant } = stage;
    const ref = await plant();
    const open = await readTask(engine, ref);
    const complete = { status: statusOf(open, 'complete'), ...outputOf(open, { a: 1 }) };
    const fail = { status: statusOf(open, 'fail') };
    const done = await apply(engine, ref, complete);
    assert.equal(done.terminal, !subject.reopens);
    assert.equal(done.options.unavailable === undefined, subject.reopens);
    if (subject.reopens) {
      assert.notDeepEqual(done.options.warnings, []);
      assert.deepEqual(
        done.options.statuses.flatMap(({ role }) => role ?? []),
        [],
      );
      const again = await apply(engine, ref, { status: open.status });
      assert.deepEqual([again.state, heldBy(again)], [open.state, { a: 1 }]);
      return;
    }
    const late = await engine.send(done, { ...fail, ...outputOf(open, { a: 2 }) }, signal);
    assert.equal(late.accepted, false, late.said);
    // By id, a server may answer as if it had updated the task: only reading tells.
    await engine.send(done, { ...fail, reason: 'too late' }, signal);
    assert.deepEqual(await readTask(engine, ref), done);
  });

  it('an unknown task is not accepted, in the server’s words', async ({ engine, plant }) => {
    const task = await readTask(engine, await plant());
    const status = statusOf(task, 'complete');
    const noTask = { ...task, ref: { ...task.ref, task: 'no-such-task' } };
    const { accepted, said } = await engine.send(noTask, { status, reason: 'by id' }, signal);
    assert.equal(accepted, false, said);
    assert.match(said, /^The server answered 40[04]: ./);
    assert.deepEqual(await readTask(engine, task.ref), task);
  });

  it('an unknown name or execution is not accepted, in the server’s words', async (stage, subject) => {
    const { engine, plant } = stage;
    const task = await readTask(engine, await plant());
    const status = statusOf(task, 'complete');
    if (task.ref.execution === undefined) {
      assert.equal(engine.listExecutions, undefined);
      return;
    }
    if (subject.updatesById) {
      // The update has no other part that could be wrong.
      const sent = await requestsOf(stage, () => engine.send(task, { status }, signal));
      assert.ok(sent.every((line) => line.includes(task.ref.task)));
      assert.ok(!sent.some((line) => line.includes(task.ref.execution ?? '')));
      return;
    }
    const elsewhere = { ...task, ref: { ...task.ref, execution: 'no-such-execution' } };
    const answers = [
      await engine.send({ ...task, name: 'no-such-name' }, { status }, signal),
      await engine.send(elsewhere, { status }, signal),
      await engine.send(elsewhere, { status, reason: 'by id' }, signal),
    ];
    for (const { accepted, said } of answers) {
      assert.equal(accepted, false, said);
      assert.match(said, /^200 with an empty answer|^The server answered 404: .*no-such-/);
    }
    assert.deepEqual(await readTask(engine, task.ref), task);
  });

  it('names of every kind arrive unchanged', async ({ engine, plant }, subject) => {
    for (const name of hostileNames) {
      // A workflow called ".." cannot even be started where its name has to go into a path.
      const isBare = /^\.\.?$/.test(name) && !subject.startsByPath;
      const workflow = isBare ? name : `flow ${name}`.slice(0, 255);
      const ref = await plant({ workflow, task: name });
      const { items } = await engine.listWorkflows({ size: 50 }, signal);
      assert.ok(items.some((item) => item.id === ref.workflow && item.name === workflow));
      const before = await readTask(engine, ref);
      assert.equal(before.name, name);
      const update = { status: statusOf(before, 'complete'), ...outputOf(before, { name }) };
      assert.deepEqual(heldBy(await apply(engine, ref, update)), { ...heldBy(before), name });
      // The list without an index needs the workflow's name in a path, which cannot contain these.
      if (!subject.isIndexed && /[/\\]|^\.\.?$/.test(name)) continue;
      const found = await listRuns(engine, { workflow: ref.workflow });
      assert.deepEqual(
        found.items.map((run) => run.id),
        [runOf(ref)],
        workflow,
      );
    }
  });
});
