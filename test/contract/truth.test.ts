import { strict as assert } from 'node:assert';

import type { Engine } from '../../src/domain/engine.ts';
import type { Outcome } from '../../src/domain/outcome.ts';
import type { Task } from '../../src/domain/task.ts';
import type { TaskUpdate } from '../../src/domain/taskUpdate.ts';
import { contract, readTask, saveAsItIs, signal, statusOf } from './contract.ts';
import { person } from './person.ts';
import type { Stage } from './subject.ts';

// What may be said of an update, on every engine: never "confirmed" or "not applied" without proof.

async function open({ engine, plant }: Stage): Promise<Task> {
  const task = await readTask(engine, await plant());
  await saveAsItIs(engine, task);
  return readTask(engine, task.ref);
}

function outputOf({ options }: Task, value: string): Pick<TaskUpdate, 'output'> {
  return options.output?.kind === 'text'
    ? { output: { kind: 'text', text: value } }
    : { output: { kind: 'object', mode: 'merge', value: { by: value } } };
}

const complete = (task: Task) => ({ status: statusOf(task, 'complete') });

function wordsOf(outcome: Outcome): string {
  if (outcome.kind === 'confirmed') return outcome.notes.join(' ');
  return outcome.kind === 'notApplied' ? (outcome.reason ?? '') : outcome.detail;
}

contract('the truth of outcomes', (it) => {
  it('readings that lag behind for longer than it may take are pending, never not applied', async (stage) => {
    const { engine, mock, paths } = stage;
    const task = await open(stage);
    const { updates, send } = person(engine, {
      meanwhile: () =>
        mock.setFaults({
          method: 'GET',
          path: paths.readTask,
          count: 0,
          fault: { kind: 'stale', writes: 1 },
        }),
    });

    const entry = await send(task, { ...complete(task), ...outputOf(task, 'me') });

    assert.equal(entry.outcome.kind, 'pending', wordsOf(entry.outcome));
    await mock.setFaults();
    const again = await updates.checkAgain(entry.id, signal);
    assert.equal(again.outcome.kind, 'confirmed', wordsOf(again.outcome));
  });

  it('an update that nobody else touched is confirmed, and stays so', async (stage) => {
    const task = await open(stage);
    const { updates, settled, send } = person(stage.engine);

    await send(task, { ...complete(task), ...outputOf(task, 'me') });
    await updates.lookedAgain();

    assert.deepEqual(
      settled.map(({ outcome }) => outcome.kind),
      ['confirmed'],
    );
  });

  it('somebody else’s output beside one’s own status is no confirmation', async (stage) => {
    const { engine } = stage;
    const task = await open(stage);
    const done = await readTask(engine, (await open(stage)).ref);
    const other = { ...(await shownAfter(stage, done)), ref: task.ref };
    const { send } = person(showing(engine, other));

    const { outcome } = await send(task, complete(task));

    assert.ok(['unknown', 'overtaken'].includes(outcome.kind), outcome.kind);
    assert.match(wordsOf(outcome), /another output/);
  });

  it('what somebody overwrites right after the confirmation is overtaken', async (stage) => {
    const { engine } = stage;
    const task = await open(stage);
    const other = { ...(await shownAfter(stage, await open(stage))), ref: task.ref };
    const later = { ...other, ...(other.updatedAt === undefined ? {} : { updatedAt: Infinity }) };
    const { updates, settled, send } = person(showingLater(engine, later, 3));

    await send(task, { ...complete(task), ...outputOf(task, 'me') });
    await updates.lookedAgain();

    const kinds = settled.map(({ outcome }) => outcome.kind);
    const isOrdered = engine.unsettledForMs === undefined;
    assert.deepEqual(kinds, isOrdered ? ['confirmed'] : ['confirmed', 'overtaken']);
  });

  it('a refusal, although the task shows the update, is unknown', async (stage) => {
    const { engine, mock, paths, errorBody } = stage;
    const task = await open(stage);
    const twice: Engine = {
      ...engine,
      // As a proxy does that delivers an update, and refuses it the second time.
      async send(...request) {
        await engine.send(...request);
        const fault = { kind: 'status', status: 409, body: errorBody(409, 'busy') } as const;
        await mock.setFaults({ method: 'POST|PATCH', path: paths.update, fault });
        return engine.send(...request);
      },
    };

    const { outcome } = await person(twice).send(task, {
      ...complete(task),
      ...outputOf(task, 'me'),
    });

    assert.equal(outcome.kind, 'unknown');
    assert.match(wordsOf(outcome), /busy.* The task shows the update all the same/);
  });

  it('a refusal that holds is not applied, in the server’s words', async (stage) => {
    const { engine, mock, paths, errorBody } = stage;
    const task = await open(stage);
    const fault = { kind: 'status', status: 409, body: errorBody(409, 'busy') } as const;
    await mock.setFaults({ method: 'POST|PATCH', path: paths.update, fault });

    const { outcome } = await person(engine).send(task, complete(task));

    assert.equal(outcome.kind, 'notApplied');
    assert.match(wordsOf(outcome), /busy/);
  });

  it('one’s own later update does not confirm the earlier one', async (stage) => {
    const { engine, mock, paths } = stage;
    const task = await open(stage);
    const save = task.options.statuses.find(({ role }) => role === 'save')?.status;
    if (save === undefined) return;
    await mock.setFaults({ method: 'POST|PATCH', path: paths.update, fault: { kind: 'reset' } });
    const { updates, send } = person(engine);
    const update = { status: save, ...outputOf(task, 'me') };
    const lost = await send(task, update);
    assert.equal(lost.outcome.kind, 'unknown');
    const next = await send(await readTask(engine, task.ref), update);
    assert.equal(next.outcome.kind, 'confirmed', wordsOf(next.outcome));

    const again = await updates.checkAgain(lost.id, signal);

    assert.equal(again.outcome.kind, 'unknown');
    assert.match(wordsOf(again.outcome), /a later update/);
  });

  it('a part that a task never shows is confirmed only where it was found', async (stage, subject) => {
    const { engine } = stage;
    const task = await open(stage);
    const unseen = task.options.fields.find(({ shown }) => shown !== true);
    if (unseen === undefined) return;
    const value = unseen.kind === 'lines' ? ['seen by me'] : { a: 1 };
    const { settled, send } = person(engine);

    await send(task, { ...complete(task), fields: { [unseen.key]: value } });

    const [{ outcome } = assert.fail()] = settled;
    const isFound = subject.kind !== 'conductor' || subject.isIndexed;
    assert.equal(outcome.kind, isFound ? 'confirmed' : 'pending', wordsOf(outcome));
  });

  it('a change of a field or a reason by somebody else is told before it is overwritten', async (stage) => {
    const { engine } = stage;
    const base = await open(stage);
    const { options } = base;
    const field = options.fields.find(({ shown, kind }) => shown === true && kind === 'text');
    const save = options.statuses.find(({ role }) => role === 'save')?.status;
    if (field === undefined || save === undefined) return;
    const reason = options.reasonLimit === undefined ? {} : { reason: 'by ann' };
    await engine.send(base, { status: save, fields: { [field.key]: 'ann' }, ...reason }, signal);
    const { questions, send } = person(engine);

    await send(base, { status: save, fields: { [field.key]: 'me' } });

    const told = questions.flatMap(({ changes }) => changes.map(({ what, to }) => `${what} ${to}`));
    assert.ok(told.includes(`field ${field.label} ann`), told.join());
    assert.equal(told.includes('reason by ann'), options.reasonLimit !== undefined, told.join());
  });
});

/** A task that somebody completed with an output, as the engine shows it. */
async function shownAfter({ engine }: Stage, task: Task): Promise<Task> {
  await engine.send(task, { ...complete(task), ...outputOf(task, 'somebody') }, signal);
  return readTask(engine, task.ref);
}

/** The engine, showing another state of the task once an update was sent. */
function showing(engine: Engine, other: Task): Engine {
  let isSent = false;
  return {
    ...engine,
    async send(...request) {
      isSent = true;
      return engine.send(...request);
    },
    readTask: async (...request) => (isSent ? other : engine.readTask(...request)),
  };
}

/** The engine, showing another state from the n-th reading on. */
function showingLater(engine: Engine, other: Task, from: number): Engine {
  let readings = 0;
  return {
    ...engine,
    readTask: async (...request) => {
      readings += 1;
      return readings < from ? engine.readTask(...request) : other;
    },
  };
}
