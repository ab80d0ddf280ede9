import { strict as assert } from 'node:assert';
import { mkdirSync, writeFileSync } from 'node:fs';
import { after, test } from 'node:test';

import { runBulk } from '../../src/app/bulk/runBulk.ts';
import { errorText } from '../../src/host/words/errorText.ts';
import { NotSentError } from '../../src/host/words/notSentError.ts';
import { outcomeSentence } from '../../src/host/words/outcomeLook.ts';
import { resultLines } from '../../src/host/bulk/resultLines.ts';
import { isEngineError } from '../../src/domain/engineError.ts';
import type { Task } from '../../src/domain/task.ts';
import type { Fault } from '../../src/mock/faults.ts';
import { createFakeClock } from '../support/fakeClock.ts';
import { cogniteSubject } from './cogniteSubject.ts';
import { conductorSubject } from './conductorSubject.ts';
import { listRuns, readTask, saveAsItIs, signal, statusOf } from './contract.ts';
import { person } from './person.ts';
import type { Stage } from './subject.ts';
import { xpanderSubject } from './xpanderSubject.ts';

// Every fault × operation × engine, with the outcome and the sentence that a person reads. The
// table is written to dist/fault-matrix.md, to be read by a person.

const engines = [conductorSubject('conductor'), cogniteSubject, xpanderSubject];
const refusals = [400, 401, 403, 404, 409, 413, 429, 500, 502, 503] as const;

const faults: readonly (readonly [string, (stage: Stage) => Fault])[] = [
  ...refusals.map(
    (status) =>
      [
        `status ${status}`,
        ({ errorBody }: Stage): Fault => ({
          kind: 'status',
          status,
          body: errorBody(status, 'the server says why'),
        }),
      ] as const,
  ),
  ['latency', () => ({ kind: 'latency', ms: 600 })],
  ['reset', () => ({ kind: 'reset' })],
  ['lostAnswer', () => ({ kind: 'lostAnswer' })],
  ['truncated', () => ({ kind: 'truncated' })],
  ['malformed', () => ({ kind: 'malformed' })],
  ['loginPage', () => ({ kind: 'loginPage' })],
  ['stale', () => ({ kind: 'stale', writes: 1 })],
];

interface Told {
  readonly outcome: string;
  readonly sentence: string;
}
type Operation = (stage: Stage, begin: () => Promise<void>) => Promise<Told>;

const reads = { method: 'GET' } as const;
const writes = { method: 'POST|PATCH' } as const;

const complete: Operation = async (stage, begin) => {
  const task = await open(stage);
  const { send } = person(stage.engine);
  await begin();
  return orError(async () => {
    const entry = await send(task, { status: statusOf(task, 'complete') });
    return { outcome: entry.outcome.kind, sentence: outcomeSentence(entry) };
  }, task.name);
};

/** What the fault is for, and what the person does. `begin` sets the fault. */
const operations: Readonly<Record<string, readonly [{ readonly method: string }, Operation]>> = {
  list: [
    reads,
    async ({ engine, plant }, begin) => {
      const { workflow } = await plant();
      await engine.listWorkflows({ size: 50 }, signal);
      await begin();
      return orError(async () => {
        const { items, notice = '' } = await listRuns(engine, { workflow });
        return { outcome: `${items.length} listed`, sentence: notice };
      });
    },
  ],
  open: [
    reads,
    async (stage, begin) => {
      const task = await open(stage);
      await begin();
      return orError(async () => {
        const shown = await stage.engine.readTask(task.ref, signal);
        const sentence = shown === undefined ? noSuchTask : `It is ${shown.status}.`;
        return { outcome: shown === undefined ? 'gone' : 'shown', sentence };
      });
    },
  ],
  update: [writes, complete],
  'look before the update': [reads, complete],
  'check again': [
    reads,
    async (stage, begin) => {
      const task = await open(stage);
      const { updates, send } = person(stage.engine);
      await stage.mock.setFaults({ ...writes, fault: { kind: 'reset' } });
      const { id } = await send(task, { status: statusOf(task, 'complete') });
      await begin();
      return orError(async () => {
        const entry = await updates.checkAgain(id, signal);
        return { outcome: entry.outcome.kind, sentence: outcomeSentence(entry) };
      });
    },
  ],
  bulk: [
    writes,
    async (stage, begin) => {
      const tasks = [await open(stage), await open(stage)];
      const { updates } = person(stage.engine);
      const items = tasks.map((base) => ({ base, update: { status: statusOf(base, 'complete') } }));
      await begin();
      const clock = createFakeClock();
      const run = { signal, onProgress: () => undefined };
      const results = await runBulk({ updates, clock }, items, run);
      const report = { title: '', startedAt: 0, results, refused: [], leftOut: [] };
      const [first] = resultLines(report, (id) => id);
      return { outcome: first?.outcome ?? '', sentence: first?.reason ?? '' };
    },
  ],
};

async function open({ engine, plant }: Stage): Promise<Task> {
  const task = await readTask(engine, await plant());
  await saveAsItIs(engine, task);
  return readTask(engine, task.ref);
}

/** An error as the person reads it; with the name of a task that nothing was sent to. */
async function orError(run: () => Promise<Told>, unsent?: string): Promise<Told> {
  try {
    return await run();
  } catch (error) {
    const isUnsent = unsent !== undefined && isEngineError(error);
    const shown = isUnsent ? new NotSentError(unsent, false, error) : error;
    return { outcome: 'failed', sentence: errorText(shown).text };
  }
}

/** The parts of a sentence between its stops, without those too short to annoy twice. */
function clausesOf(sentence: string): readonly string[] {
  return sentence
    .split(/[.;:,] /)
    .map((clause) => clause.replace(/\.$/, '').trim().toLowerCase())
    .filter((clause) => clause.length > 6);
}

// What the host says of a task that is gone.
const noSuchTask = 'The engine knows no such task any more.';
const rows: string[] = [];

for (const subject of engines) {
  for (const [operation, [rule, act]] of Object.entries(operations)) {
    for (const [name, faultOf] of faults) {
      test(`${subject.name}, ${operation}, ${name}`, async () => {
        const stage = await subject.start(name === 'latency' ? { timeoutMs: 300 } : {});
        try {
          const fault = faultOf(stage);
          const begin = () => stage.mock.setFaults({ ...rule, count: 0, fault });
          const { outcome, sentence } = await act(stage, begin);

          rows.push(`| ${subject.name} | ${operation} | ${name} | ${outcome} | ${sentence} |`);
          assert.notEqual(outcome, '');
          assert.doesNotMatch(sentence, /\bError\b|undefined|\[object|\(the whole\)|\.\.(?!\.)/);
          assert.doesNotMatch(sentence, /Something unexpected|was lost: The server answered/);
          const clauses = clausesOf(sentence);
          assert.deepEqual(clauses, [...new Set(clauses)], sentence);
        } finally {
          await stage.mock.setFaults();
          await stage.mock.close();
        }
      });
    }
  }
}

after(() => {
  mkdirSync('dist', { recursive: true });
  const head = '| engine | operation | fault | outcome | sentence |\n|---|---|---|---|---|';
  writeFileSync('dist/fault-matrix.md', `${[head, ...rows].join('\n')}\n`);
});
