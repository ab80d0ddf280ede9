import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LosslessNumber } from 'lossless-json';
import { createJournal } from '../../../../src/app/journal/journal.ts';
import { createLastSent } from '../../../../src/app/journal/lastSent.ts';
import { fittingPart, misfit, seemsToFit } from '../../../../src/app/updates/fittingPart.ts';
import { lastFor } from '../../../../src/app/journal/sentUpdate.ts';
import { updateWords } from '../../../../src/app/updates/updateWords.ts';
import type { JournalEntry } from '../../../../src/domain/outcome.ts';
import type { TaskUpdate } from '../../../../src/domain/taskUpdate.ts';
import { createFakeStorage } from '../../../support/fakeStorage.ts';
import { fakeConnection, fakeTask } from '../../../support/fakeTask.ts';

const completed: TaskUpdate = { status: 'COMPLETED' };

function sentTo(definition: string, id: string, to: Partial<JournalEntry> = {}): JournalEntry {
  return {
    id,
    ref: { ...fakeTask.ref, task: `task ${id}` },
    connectionName: 'Local',
    taskName: definition,
    definition,
    update: completed,
    before: { status: 'IN_PROGRESS', output: {} },
    startedAt: 1,
    tries: [{ at: 1, result: '200' }],
    outcome: { kind: 'confirmed', after: { status: 'COMPLETED', output: {} }, notes: [] },
    ...to,
  };
}

function open(storage = createFakeStorage()) {
  const journal = createJournal({ storage, keep: () => 100 });
  return { storage, journal, last: createLastSent(journal) };
}

test('the last update of the same definition is repeated, else the last of all', async () => {
  const { journal, last } = open();
  await journal.write(sentTo('approve', '1'));
  await journal.write(sentTo('ship', '2'));
  const idFor = (definition: string) => lastFor(last.list(), { ...fakeTask, definition })?.id;

  assert.equal(idFor('approve'), '1');
  assert.equal(idFor('pack'), '2');
  assert.equal(lastFor([], fakeTask), undefined);
});

test('it survives a restart, and a new one goes before what the journal holds', async () => {
  const { storage, journal } = open();
  await journal.write(sentTo('approve', '1'));
  await journal.write(sentTo('ship', '2'));
  await journal.write(sentTo('approve', '3'));

  const restarted = open(storage);
  assert.deepEqual(restarted.last.list(), []);
  const loading = restarted.last.load();
  await restarted.journal.write(sentTo('ship', '4'));
  await loading;
  await restarted.last.load();

  assert.deepEqual(
    restarted.last.list().map(({ id }) => id),
    ['4', '3'],
  );
});

test('what never left is not repeated, and what was forgotten is gone', async () => {
  const { journal, last } = open();
  let changes = 0;
  last.onDidChange(() => (changes += 1));
  await journal.write(sentTo('approve', '1', { tries: [] }));
  assert.deepEqual(last.list(), []);
  assert.equal(changes, 0);

  await journal.write(sentTo('approve', '2'));
  assert.equal(changes, 1);
  last.forget();
  assert.deepEqual(last.list(), []);
});

test('an entry without a definition counts by its task, or its workflow where it has no execution', () => {
  const { definition: _, ...older } = sentTo('approve', '1');
  const agent = { connection: 'x', workflow: 'agent', task: 't' };

  assert.equal(lastFor([sentTo('ship', '2'), older], fakeTask)?.id, '1');
  assert.equal(
    lastFor([sentTo('ship', '2'), { ...older, ref: agent }], { ...fakeTask, ref: agent })?.id,
    '1',
  );
});

const output = { kind: 'object', mode: 'merge', value: { ok: true } } as const;
const fits: readonly (readonly [boolean, TaskUpdate])[] = [
  [true, completed],
  [true, { ...completed, output, reason: 'r', fields: { worker: 'me' } }],
  [false, { status: 'CANCELED' }],
  [false, { status: 'paused' }],
  [false, { output }],
  [false, { ...completed, output: { kind: 'text', text: 't' } }],
  [false, { ...completed, fields: { source: 's' } }],
];

for (const [isFit, update] of fits) {
  test(`${JSON.stringify(update)} ${isFit ? 'fits' : 'does not fit'}, in short and in full`, () => {
    assert.equal(seemsToFit(fakeTask, update), isFit);
    // Only the quick check knows that a task may need a status.
    if (update.status !== undefined) {
      assert.equal(misfit(fakeConnection, fakeTask, update) === undefined, isFit);
    }
  });
}

test('the parts that fit are left where the whole does not', () => {
  const update = { status: 'paused', output, reason: 'r', fields: { worker: 'me', source: 's' } };

  assert.deepEqual(fittingPart(fakeTask, update), {
    output,
    reason: 'r',
    fields: { worker: 'me' },
  });
  assert.deepEqual(fittingPart(fakeTask, { output: { kind: 'text', text: 't' } }), {});
});

test('an update reads in a few words, to the digit', () => {
  const big = { ...output, value: { id: new LosslessNumber('12345678901234567890') } };
  const long = { kind: 'text', text: '🙂'.repeat(60) } as const;

  assert.equal(updateWords(completed), 'COMPLETED');
  assert.equal(
    updateWords({ ...completed, output: big, reason: 'r', fields: { worker: 'me' } }),
    'COMPLETED with {"id":12345678901234567890}, a reason, worker',
  );
  assert.equal(updateWords({ output: { kind: 'text', text: 'ok' } }), '"ok"');
  assert.doesNotMatch(updateWords({ output: long }), /\p{Surrogate}/u);
});

test('a journal that could not be read is read again', async () => {
  const { journal } = open();
  await journal.write(sentTo('approve', '1'));
  let fails = true;
  const list = async (limit: number) => {
    if (fails) throw new Error('The disk is busy.');
    return journal.list(limit);
  };
  const last = createLastSent({ ...journal, list });
  await assert.rejects(last.load(), /busy/);

  fails = false;
  await last.load();

  assert.equal(last.list()[0]?.id, '1');
});
