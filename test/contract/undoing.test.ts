import { strict as assert } from 'node:assert';
import { LosslessNumber } from 'lossless-json';
import { undoOf } from '../../src/app/undo/undoOf.ts';
import type { Engine } from '../../src/domain/engine.ts';
import type { JsonObject } from '../../src/domain/json.ts';
import { snapshotOf } from '../../src/domain/snapshot.ts';
import type { JournalEntry } from '../../src/domain/outcome.ts';
import type { Task } from '../../src/domain/task.ts';
import type { TaskUpdate } from '../../src/domain/taskUpdate.ts';
import { canSave, contract, readTask, signal, statusOf } from './contract.ts';

const first: JsonObject = { a: new LosslessNumber('12345678901234567890'), b: 'ä🙂' };
const second: JsonObject = { a: 2, c: [1] };

contract('undoing', (it) => {
  it('a saved output is undone exactly, digit for digit', async ({ engine, plant }) => {
    const planted = await readTask(engine, await plant());
    if (!canSave(planted)) return;
    await sent(engine, planted, saving(planted, first));
    const before = await readTask(engine, planted.ref);
    const entry = await sent(engine, before, saving(before, second));
    const changed = await readTask(engine, planted.ref);
    assert.notDeepEqual(changed.output, before.output);

    const undo = undoOf(entry, changed, engine.expects);

    assert.ok(undo.kind === 'possible', JSON.stringify(undo));
    assert.deepEqual(undo.stays, []);
    await sent(engine, changed, undo.update);
    const restored = await readTask(engine, planted.ref);
    assert.deepEqual(restored.output, before.output);
    assert.equal(restored.status, before.status);
  });

  it('a completed task is reopened, or says that it stays finished', async (stage, subject) => {
    const { engine, plant } = stage;
    const before = await readTask(engine, await plant());
    const entry = await sent(engine, before, { status: statusOf(before, 'complete') });
    const over = await readTask(engine, before.ref);

    const undo = undoOf(entry, over, engine.expects);

    if (!subject.reopens) {
      assert.match(undo.kind === 'impossible' ? undo.why : '', /cannot be undone/);
      return;
    }
    assert.ok(undo.kind === 'possible', JSON.stringify(undo));
    await sent(engine, over, undo.update);
    assert.equal((await readTask(engine, before.ref)).status, before.status);
  });
});

function saving(task: Task, value: JsonObject): TaskUpdate {
  const { output } = task.options;
  assert.ok(output, 'the task takes no output');
  return {
    status: statusOf(task, 'save'),
    output:
      output.kind === 'text'
        ? { kind: 'text', text: JSON.stringify(Object.keys(value)) }
        : { kind: 'object', mode: 'merge', value },
  };
}

/** Sends an update and returns its journal entry. */
async function sent(engine: Engine, task: Task, update: TaskUpdate): Promise<JournalEntry> {
  const { accepted, said } = await engine.send(task, update, signal);
  assert.ok(accepted, said);
  const before = snapshotOf(task);
  const after = snapshotOf(await readTask(engine, task.ref), before);
  return {
    id: '1',
    ref: task.ref,
    connectionName: 'Mine',
    taskName: task.name,
    update,
    before,
    startedAt: 1,
    tries: [{ at: 1, result: said }],
    outcome: { kind: 'confirmed', after, notes: [] },
  };
}
