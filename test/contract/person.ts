import { strict as assert } from 'node:assert';

import { createDrafts } from '../../src/app/drafts/drafts.ts';
import { createJournal } from '../../src/app/journal/journal.ts';
import type { SettledEntry } from '../../src/app/journal/settledEntry.ts';
import type { Clock } from '../../src/app/ports.ts';
import type { Question } from '../../src/app/updates/question.ts';
import { createUpdates } from '../../src/app/updates/updates.ts';
import type { Updates } from '../../src/app/updates/updates.ts';
import type { Engine } from '../../src/domain/engine.ts';
import type { Task } from '../../src/domain/task.ts';
import type { TaskUpdate } from '../../src/domain/taskUpdate.ts';
import { createFakeClock } from '../support/fakeClock.ts';
import { createFakeStorage } from '../support/fakeStorage.ts';
import { fakeConnection } from '../support/fakeTask.ts';
import { signal } from './contract.ts';

export interface Person {
  readonly updates: Updates;
  readonly questions: Question[];
  readonly settled: SettledEntry[];
  send(base: Task, update: TaskUpdate): Promise<SettledEntry>;
}

/** A person with a window of their own. `meanwhile` runs right after the update was sent. */
export function person(
  engine: Engine,
  { meanwhile, clock = createFakeClock(Date.now()) }: Meanwhile = {},
): Person {
  const storage = createFakeStorage();
  const ignore = () => undefined;
  const questions: Question[] = [];
  const settled: SettledEntry[] = [];
  const watched: Engine = {
    ...engine,
    async send(...request) {
      const answer = await engine.send(...request);
      await meanwhile?.();
      return answer;
    },
  };
  const updates = createUpdates({
    connected: async () => ({ engine: watched, connection: fakeConnection }),
    drafts: createDrafts({ storage, clock }),
    journal: createJournal({ storage, keep: () => 100 }),
    clock,
    log: { debug: ignore, info: ignore, warn: ignore, error: ignore },
    newId: () => 'id',
  });
  updates.onDidSettle((entry) => void settled.push(entry));
  return {
    updates,
    questions,
    settled,
    async send(base, update) {
      const ask = async (question: Question) => {
        questions.push(question);
        return 'send' as const;
      };
      const submitted = await updates.submit({ base, update, ask, signal, skipDraft: true });
      assert.equal(submitted.kind, 'settled', JSON.stringify(submitted));
      return submitted.entry;
    },
  };
}

interface Meanwhile {
  readonly meanwhile?: () => Promise<void>;
  readonly clock?: Clock;
}
