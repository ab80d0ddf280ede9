import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Outcome } from '../../../../src/domain/outcome.ts';
import type { TaskUpdate } from '../../../../src/domain/taskUpdate.ts';
import {
  denies,
  engineError,
  fails,
  ignores,
  takes,
  takesLater,
} from '../../../support/fakeEngine.ts';
import type { FakeEngine, SendStep } from '../../../support/fakeEngine.ts';
import { createFakeWorld, openWindow, requestFor } from '../../../support/fakeWorld.ts';

const lost = engineError('timeout');
const somebody = { by: 'somebody' };

/** The server's reaction to one update, and what the person must read. */
interface Case {
  readonly name: string;
  readonly send: SendStep;
  readonly engine?: (engine: FakeEngine) => void;
  readonly update?: TaskUpdate;
  /** The kind, and for "not applied" also expected and actual. */
  readonly outcome: readonly string[];
  /** Found in the notes, the detail or the reason. */
  readonly says?: RegExp;
}

const save: TaskUpdate = {
  status: 'IN_PROGRESS',
  output: { kind: 'object', mode: 'merge', value: { ok: true } },
};

const cases: readonly Case[] = [
  { name: 'taken at once', send: takes, outcome: ['confirmed'] },
  { name: 'taken within the deadline', send: takesLater(700), outcome: ['confirmed'] },
  {
    name: 'accepted, and nothing happens',
    send: ignores,
    outcome: ['pending'],
    says: /accepted the update, and the task does not show it yet/,
  },
  {
    name: 'accepted by a slow engine, and nothing happens yet',
    send: ignores,
    engine: (engine) => {
      engine.visibleWithinMs = 10_000;
    },
    outcome: ['pending'],
    says: /does not show it yet/,
  },
  {
    name: 'an empty answer: nothing was updated',
    send: denies,
    outcome: ['notApplied', 'COMPLETED', 'IN_PROGRESS'],
    says: /200 with an empty body/,
  },
  {
    name: 'accepted with an answer that shows it, and then changed by somebody',
    send: async (engine, update) => {
      engine.apply(update);
      const shows = { status: 'COMPLETED', output: { ok: true } };
      engine.change({ status: 'FAILED' });
      return { accepted: true, said: '200', shows };
    },
    outcome: ['overtaken'],
    says: /^The server’s answer showed the update, and the task shows FAILED now: somebody/,
  },
  {
    name: 'accepted with an answer that shows something else, and changed by somebody',
    send: async (engine) => {
      engine.change({ status: 'FAILED' });
      return { accepted: true, said: '200', shows: { status: 'FAILED', output: {} } };
    },
    outcome: ['unknown'],
  },
  {
    name: 'a consequence that only the answer shows',
    send: async (engine, update) => ({
      ...(await takes(engine, update)),
      note: 'Its execution is TIMED_OUT now.',
    }),
    outcome: ['confirmed'],
    says: /Its execution is TIMED_OUT now/,
  },
  {
    name: 'refused, and somebody else completed it with an output',
    send: async (engine) => {
      engine.change({ status: 'COMPLETED', output: somebody });
      return { accepted: false, said: 'nothing updated' };
    },
    update: { status: 'COMPLETED' },
    outcome: ['notApplied', 'COMPLETED', 'COMPLETED with another output'],
  },
  {
    name: 'too many requests, although it was applied, to the last try',
    send: fails(engineError('rateLimited', { nothingApplied: true, retryAfterMs: 60_000 }), true),
    outcome: ['unknown'],
    says: /server says rateLimited\. The task shows the update all the same/,
  },
  {
    name: 'refused, and the task shows it all the same',
    send: async (engine, update) => {
      engine.apply(update);
      return { accepted: false, said: 'nothing updated' };
    },
    outcome: ['unknown'],
    says: /nothing updated\. The task shows the update all the same: it was applied before/,
  },
  {
    name: 'accepted, and the task became something else',
    send: async (engine) => {
      engine.change({ status: 'FAILED' });
      return { accepted: true, said: '200' };
    },
    outcome: ['unknown'],
    says: /task shows FAILED: somebody else changed it/,
  },
  {
    name: 'accepted, completed by somebody else with another output',
    send: async (engine) => {
      engine.change({ status: 'COMPLETED', output: somebody });
      return { accepted: true, said: '200' };
    },
    outcome: ['unknown'],
    says: /task shows COMPLETED with another output \(see "ok"\): somebody else/,
  },
  {
    name: 'accepted, and on its way through another state',
    send: async (engine, update) => {
      engine.change({ status: 'SCHEDULED' });
      engine.clock.at(engine.clock.now() + 300, () => engine.apply(update));
      return { accepted: true, said: '200' };
    },
    outcome: ['confirmed'],
  },
  {
    name: 'accepted, and the task vanished',
    send: async (engine) => {
      engine.task = undefined;
      return { accepted: true, said: '200' };
    },
    outcome: ['unknown'],
    says: /accepted the update, and the task is gone/,
  },
  {
    name: 'a known translation: FAILED of an optional task',
    send: takes,
    engine: (engine) => {
      engine.expected = () => [{ status: 'COMPLETED_WITH_ERRORS', note: 'The task is optional.' }];
    },
    update: { status: 'FAILED' },
    outcome: ['confirmed'],
    says: /The task is optional/,
  },
  {
    name: 'a known translation: IN_PROGRESS of a worker task',
    send: async (engine) => {
      engine.change({ status: 'SCHEDULED', output: { ok: true } });
      return { accepted: true, said: '200' };
    },
    engine: (engine) => {
      engine.expected = () => [
        { status: 'IN_PROGRESS' },
        { status: 'SCHEDULED', note: 'Queued for a worker.' },
      ];
    },
    update: save,
    outcome: ['confirmed'],
    says: /Queued for a worker/,
  },
  {
    name: 'saved output that does not show',
    send: ignores,
    update: save,
    outcome: ['pending'],
  },
  {
    name: 'refused with the proof that nothing was applied',
    send: fails(engineError('invalid', { nothingApplied: true })),
    outcome: ['notApplied', 'COMPLETED', 'IN_PROGRESS'],
    says: /server says invalid/,
  },
  {
    name: 'refused, because the task is gone',
    send: async (engine) => {
      engine.task = undefined;
      throw engineError('notFound', { nothingApplied: true });
    },
    outcome: ['notApplied', 'COMPLETED', 'no such task'],
    says: /server says notFound/,
  },
  {
    name: 'the answer is lost, the update arrived',
    send: fails(lost, true),
    outcome: ['confirmed'],
    says: /answer was lost; reading the task shows the update/,
  },
  {
    name: 'the answer is lost, the update arrives late',
    send: async (engine, update) => {
      engine.clock.at(engine.clock.now() + 4_000, () => engine.apply(update));
      throw lost;
    },
    outcome: ['confirmed'],
  },
  {
    name: 'the answer is lost, and so is the update',
    send: fails(lost),
    outcome: ['unknown'],
    says: /The answer was lost: server says timeout\. The task still shows IN_PROGRESS\.$/,
  },
  {
    name: 'the answer is lost, and the task became something else',
    send: async (engine) => {
      engine.change({ status: 'CANCELED' });
      throw lost;
    },
    outcome: ['unknown'],
    says: /The task shows CANCELED/,
  },
  {
    name: 'the answer is lost, and the task vanished',
    send: async (engine) => {
      engine.task = undefined;
      throw lost;
    },
    outcome: ['unknown'],
    says: /The task is gone now/,
  },
  {
    name: 'the answer is lost, and the task showed all of this before',
    send: fails(lost, true),
    engine: (engine) => engine.change({ output: { ok: true }, updatedAt: 1_600_000_000_000 }),
    update: save,
    outcome: ['unknown'],
  },
  {
    name: 'accepted, and the task showed all of this before',
    send: takes,
    engine: (engine) => engine.change({ output: { ok: true }, updatedAt: 1_600_000_000_000 }),
    update: save,
    outcome: ['confirmed'],
    says: /showed this before the update already/,
  },
  {
    name: 'log lines alone, and the task was touched: somebody else may have done that',
    send: takes,
    update: { fields: { logs: ['a'] } },
    outcome: ['pending'],
    says: /does not show logs/,
  },
  {
    name: 'log lines alone, and nothing shows that they arrived',
    send: ignores,
    update: { fields: { logs: ['a'] } },
    outcome: ['pending'],
  },
  {
    name: 'an error that is nobody’s: not proven, so not repeated',
    send: fails(new TypeError('boom')),
    outcome: ['unknown'],
    says: /boom/,
  },
];

for (const { name, send, engine, update, outcome, says } of cases) {
  test(`${name}: ${outcome.join(', ')}`, async () => {
    const world = createFakeWorld();
    engine?.(world.engine);
    world.engine.sendSteps = [send];
    const { updates, journal } = openWindow(world);
    const base = world.engine.task;
    assert.ok(base);

    const request = requestFor(world, { base, ...(update === undefined ? {} : { update }) });
    const submitted = await updates.submit(request);

    assert.equal(submitted.kind, 'settled');
    assert.deepEqual(summary(submitted.entry.outcome), outcome);
    if (says !== undefined) assert.match(wordsOf(submitted.entry.outcome), says);
    assert.equal(world.engine.sends.length, 1);
    assert.deepEqual(await journal.read(submitted.entry.id), submitted.entry);
  });
}

function summary(outcome: Outcome): readonly string[] {
  if (outcome.kind !== 'notApplied') return [outcome.kind];
  return [outcome.kind, outcome.expected, outcome.actual];
}

function wordsOf(outcome: Outcome): string {
  if (outcome.kind === 'confirmed') return outcome.notes.join('\n');
  return outcome.kind === 'notApplied' ? (outcome.reason ?? '') : outcome.detail;
}
