import { createDrafts } from '../../src/app/drafts/drafts.ts';
import type { Drafts } from '../../src/app/drafts/drafts.ts';
import { createJournal } from '../../src/app/journal/journal.ts';
import type { Journal } from '../../src/app/journal/journal.ts';
import type { Question } from '../../src/app/updates/question.ts';
import type { SubmitRequest } from '../../src/app/updates/submitRequest.ts';
import { createUpdates } from '../../src/app/updates/updates.ts';
import type { Updates } from '../../src/app/updates/updates.ts';
import type { Connection } from '../../src/domain/connection.ts';
import { createFakeClock } from './fakeClock.ts';
import type { FakeClock } from './fakeClock.ts';
import { createFakeEngine } from './fakeEngine.ts';
import type { FakeEngine } from './fakeEngine.ts';
import { createFakeStorage } from './fakeStorage.ts';
import type { FakeStorage } from './fakeStorage.ts';
import { fakeConnection, fakeTask } from './fakeTask.ts';

/** State that outlives a window. */
export interface FakeWorld {
  readonly clock: FakeClock;
  readonly storage: FakeStorage;
  readonly engine: FakeEngine;
  /** The questions asked, in order. */
  readonly questions: Question[];
  connection: Connection;
  answer: 'send' | 'cancel';
  /** If set, connecting fails with this error. */
  connectError: Error | undefined;
}

export interface FakeWindow {
  readonly updates: Updates;
  readonly drafts: Drafts;
  readonly journal: Journal;
  readonly log: string[];
}

export function createFakeWorld(): FakeWorld {
  const clock = createFakeClock();
  return {
    clock,
    storage: createFakeStorage(),
    engine: createFakeEngine(clock),
    questions: [],
    connection: fakeConnection,
    answer: 'send',
    connectError: undefined,
  };
}

let ids = 0;

/** A window with empty memory: it knows only what is in the storage. */
export function openWindow(world: FakeWorld): FakeWindow {
  const { clock, storage, engine } = world;
  const log: string[] = [];
  const write = (message: string) => {
    log.push(message);
  };
  const drafts = createDrafts({ storage, clock });
  const journal = createJournal({ storage, keep: () => 100 });
  const updates = createUpdates({
    async connected() {
      if (world.connectError !== undefined) throw world.connectError;
      return { engine, connection: world.connection };
    },
    drafts,
    journal,
    clock,
    log: { debug: write, info: write, warn: write, error: write },
    newId: () => `id${++ids}`,
  });
  return { updates, drafts, journal, log };
}

/** A plain completion with an output, with the given changes. */
export function requestFor(world: FakeWorld, to: Partial<SubmitRequest> = {}): SubmitRequest {
  return {
    base: fakeTask,
    update: {
      status: 'COMPLETED',
      output: { kind: 'object', mode: 'merge', value: { ok: true } },
    },
    async ask(question) {
      world.questions.push(question);
      return world.answer;
    },
    signal: new AbortController().signal,
    ...to,
  };
}
