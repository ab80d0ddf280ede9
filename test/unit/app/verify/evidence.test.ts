import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compare } from '../../../../src/app/verify/comparison.ts';
import type { Comparison } from '../../../../src/app/verify/comparison.ts';
import type { Answered } from '../../../../src/app/verify/evidence.ts';
import { outcomeOf } from '../../../../src/app/verify/outcomes.ts';
import type { Ending } from '../../../../src/app/verify/outcomes.ts';
import type { Outcome } from '../../../../src/domain/outcome.ts';
import type { Snapshot } from '../../../../src/domain/snapshot.ts';
import type { ExpectedStatus, TaskUpdate } from '../../../../src/domain/taskUpdate.ts';

const before: Snapshot = { status: 'IN_PROGRESS', output: {}, takesReason: true, fields: {} };
const ok: TaskUpdate['output'] = { kind: 'object', mode: 'merge', value: { ok: true } };
const done = { status: 'COMPLETED', output: {} };

interface Case {
  readonly name: string;
  readonly update: TaskUpdate;
  readonly after: Snapshot;
  readonly before?: Partial<Snapshot>;
  readonly expected?: readonly ExpectedStatus[];
  readonly kind: Comparison['kind'];
}

/** What speaks for and against an update whose status shows. */
const cases: readonly Case[] = [
  {
    name: 'the status alone, and nothing else changed',
    update: { status: 'COMPLETED' },
    after: done,
    kind: 'applied',
  },
  {
    name: 'an output that changed though none was sent',
    update: { status: 'COMPLETED' },
    after: { ...done, output: { by: 'ann' } },
    kind: 'doubtful',
  },
  {
    name: 'an output that changed though a merge of no keys was sent',
    update: { status: 'COMPLETED', output: { kind: 'object', mode: 'merge', value: {} } },
    after: { ...done, output: { by: 'ann' } },
    kind: 'doubtful',
  },
  {
    name: 'the status that was sent, where the earlier one may follow it',
    update: { status: 'executing' },
    before: { status: 'error' },
    after: { status: 'executing', output: {} },
    expected: [{ status: 'executing' }, { status: 'error', mayGoOn: true }],
    kind: 'applied',
  },
  {
    name: 'an output that the engine keeps apart says nothing',
    update: { status: 'COMPLETED' },
    after: { ...done, output: { by: 'ann' }, isOutputHidden: true },
    kind: 'applied',
  },
  {
    name: 'an output different from the one that was sent',
    update: { status: 'COMPLETED', output: ok },
    after: { ...done, output: { ok: false } },
    kind: 'contradicted',
  },
  {
    name: 'the id of another worker',
    update: { status: 'COMPLETED' },
    after: { ...done, worker: 'w7' },
    kind: 'doubtful',
  },
  {
    name: 'the id of another worker, with the same output',
    update: { status: 'COMPLETED', output: ok },
    after: { ...done, output: { ok: true }, worker: 'w7' },
    kind: 'doubtful',
  },
  {
    name: 'the worker’s id that was sent',
    update: { status: 'COMPLETED', fields: { workerId: 'me' } },
    before: { fields: { workerId: null } },
    after: { ...done, worker: 'me', fields: { workerId: 'me' } },
    kind: 'applied',
  },
  {
    name: 'the worker that had the task before',
    update: { status: 'COMPLETED' },
    before: { worker: 'w7' },
    after: { ...done, worker: 'w7' },
    kind: 'applied',
  },
  {
    name: 'a reason though none was sent',
    update: { status: 'COMPLETED' },
    after: { ...done, reason: 'by ann' },
    kind: 'doubtful',
  },
  {
    name: 'the reason of before',
    update: { status: 'COMPLETED' },
    before: { reason: 'waits' },
    after: { ...done, reason: 'waits' },
    kind: 'applied',
  },
  {
    name: 'one’s own new output proves the update, whatever else changed',
    update: { status: 'COMPLETED', output: ok },
    after: { ...done, output: { ok: true, by: 'ann' }, reason: 'by ann' },
    kind: 'applied',
  },
  {
    name: 'a worker that went on from the status that was sent',
    update: { status: 'executing' },
    expected: [{ status: 'executing' }, { status: 'COMPLETED', mayGoOn: true }],
    after: { ...done, output: { by: 'worker' }, worker: 'w7' },
    kind: 'applied',
  },
  {
    name: 'log lines that do not show',
    update: { status: 'COMPLETED', fields: { log: ['a'] } },
    after: done,
    kind: 'inPart',
  },
];

for (const { name, update, after, expected, kind, ...more } of cases) {
  test(`${name}: ${kind}`, () => {
    const expectation = {
      before: { ...before, ...more.before },
      update,
      expected: expected ?? [{ status: 'COMPLETED' }],
    };
    for (const answered of ['accepted', 'lost', 'denied'] as const) {
      assert.equal(compare(expectation, { answered }, after).kind, kind, answered);
    }
  });
}

test('log lines that were found prove the update, also without an answer', () => {
  const expectation = { before, update: { fields: { log: ['a'] } }, expected: [before] };

  const known = { answered: 'lost', restShows: true } as const;

  assert.equal(compare(expectation, known, before).kind, 'applied');
});

const endings: Readonly<Record<Answered | 'shown', Ending>> = {
  accepted: { answered: 'accepted' },
  shown: { answered: 'accepted', answerShows: true },
  lost: { answered: 'lost', cause: 'The answer was lost: it broke.' },
  denied: { answered: 'denied', reason: 'the server said no' },
};

/** What is said of each: by the answer, and by what the task proves. */
const said: readonly (readonly [keyof typeof endings, Comparison['kind'], Outcome['kind']])[] = [
  ['accepted', 'applied', 'confirmed'],
  ['accepted', 'inPart', 'pending'],
  ['accepted', 'notYet', 'pending'],
  ['accepted', 'doubtful', 'unknown'],
  ['accepted', 'contradicted', 'unknown'],
  ['shown', 'doubtful', 'overtaken'],
  ['shown', 'contradicted', 'overtaken'],
  ['lost', 'applied', 'confirmed'],
  ['lost', 'inPart', 'unknown'],
  ['lost', 'notYet', 'unknown'],
  ['lost', 'doubtful', 'unknown'],
  ['lost', 'contradicted', 'unknown'],
  ['denied', 'applied', 'unknown'],
  ['denied', 'inPart', 'unknown'],
  ['denied', 'notYet', 'notApplied'],
  ['denied', 'doubtful', 'notApplied'],
  ['denied', 'contradicted', 'notApplied'],
];

for (const [ending, kind, outcome] of said) {
  test(`${ending}, and the task proves "${kind}": ${outcome}`, () => {
    const expectation = {
      before,
      update: { status: 'COMPLETED' },
      expected: [{ status: 'COMPLETED' }],
    };
    const comparison: Comparison = kind === 'applied' ? { kind, notes: [] } : { kind };

    const found = outcomeOf(expectation, endings[ending], {
      kind: 'shown',
      after: done,
      comparison,
    });

    assert.equal(found.kind, outcome);
  });
}
