import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { createDrafts } from '../../src/app/drafts/drafts.ts';
import { entryLine, clearedLine } from '../../src/app/journal/entryLine.ts';
import { createEntryIds, timeOf, windowOf } from '../../src/app/journal/entryIds.ts';
import { exportHead, exportLine } from '../../src/app/journal/exportLine.ts';
import { readSegment } from '../../src/app/journal/readSegment.ts';
import {
  closedSegmentKey,
  countOf,
  firstOf,
  segmentKeysFor,
} from '../../src/app/journal/segmentNames.ts';
import { createPins } from '../../src/app/pins.ts';
import { isTextSent } from '../../src/app/drafts/isSent.ts';
import { isTaskRef } from '../../src/app/readDocument.ts';
import { isJsonObject, parseJson, stringifyJson } from '../../src/domain/json.ts';
import type { Json } from '../../src/domain/json.ts';
import type { JournalEntry, Outcome } from '../../src/domain/outcome.ts';
import {
  describeFilter,
  executionFilter,
  listFilter,
  parseViewFilter,
} from '../../src/app/viewFilter.ts';
import {
  describeJournalFilter,
  fitsFilter,
  parseJournalFilter,
} from '../../src/app/journal/journalFilter.ts';
import { lastResults } from '../../src/host/bulk/lastResults.ts';
import { recipeMemory } from '../../src/host/fill/recipeMemory.ts';
import { entryText } from '../../src/host/words/taskText.ts';
import { updateRow } from '../../src/host/journal/updateRow.ts';
import { createFakeClock } from '../support/fakeClock.ts';
import { createFakeStorage } from '../support/fakeStorage.ts';
import { fakeConfirmed, fakeEntry } from '../support/fakeEntry.ts';
import { fakeTask } from '../support/fakeTask.ts';
import { mutated } from './arbitraries/mutated.ts';
import { oddJson, oddObject } from './arbitraries/oddJson.ts';
import { garbled, name, oddText, repeated } from './arbitraries/oddText.ts';
import { fuzz, fuzzAsync } from './fuzz.ts';

const asJson = (value: unknown) => parseJson(stringifyJson(value as Json));
const outcomes: readonly Outcome[] = [
  fakeConfirmed,
  { kind: 'pending', detail: 'late' },
  { kind: 'unknown', detail: 'lost', after: { status: 'A', output: 'text' } },
  { kind: 'notApplied', expected: 'A', actual: 'B', reason: 'no' },
];
const entries: readonly JournalEntry[] = [
  fakeEntry('1700000000000-000001-w'),
  ...outcomes.map((outcome, index) => fakeEntry(`1700000000000-00000${index + 2}-w`, outcome)),
];
const draft = {
  ref: fakeTask.ref,
  connectionName: 'Local',
  taskName: 'approve',
  status: 'COMPLETED',
  mode: 'merge',
  kind: 'object',
  text: '{"a": 1.0}',
  base: { output: { a: 1 } },
  reason: 'r',
  fields: { log: 'x' },
  merging: { base: 'a', theirs: 'b', yours: 'c', merged: 'd' },
  savedAt: 1,
};
const anyRef = fc.record(
  { connection: name, workflow: name, execution: name, task: name },
  { noNullPrototype: true, requiredKeys: ['connection', 'workflow', 'task'] },
);

/** What a person does to the entries of one segment. */
const step = fc.record({
  id: fc.nat(4),
  kind: fc.constantFrom('begin', 'try', 'settle', 'clear', 'tear'),
  cut: fc.nat(60),
  name: oddText,
  output: oddObject,
});

function memoryOf(value: unknown) {
  return {
    get: <T>(_key: string, fallback?: T) => (value ?? fallback) as T,
    update: async () => {},
  };
}

/** Every use of a stored entry that shows it to a person. */
function show(entry: JournalEntry): void {
  entryText(entry);
  updateRow({ kind: 'entry', entry } as never, 0);
  exportLine('csv', entry);
  exportLine('jsonl', entry);
  fitsFilter(entry, { text: 'a b', sinceHours: 1 }, 0);
}

/** The cells of a line, as RFC 4180 has it. */
function cellsOf(line: string): readonly string[] {
  const cells = [...line.matchAll(/"((?:[^"]|"")*)"(,|\r\n)/g)];
  assert.equal(cells.map(([whole]) => whole).join(''), line);
  return cells.map(([, cell = '']) => cell.replaceAll('""', '"'));
}

export const stored = [
  fuzz(
    'journal: odd lines hide no other entry, and each entry can be shown',
    fc.array(
      fc.oneof(
        mutated(entries.map(asJson)).map((value) => stringifyJson(value)),
        garbled([stringifyJson(asJson(entries[1]))]),
        oddText,
      ),
      { maxLength: 4 },
    ),
    (lines) => {
      const good = fakeEntry('1700000000000-000009-w', fakeConfirmed);
      const read = readSegment(
        `${lines.map((line) => `\n${line.replaceAll('\n', ' ')}`).join('')}${entryLine(good)}`,
      );
      assert.deepEqual(read.get(good.id), good);
      for (const [id, entry] of read) {
        assert.equal(entry.id, id);
        show(entry);
      }
    },
    {
      growth: {
        pieces: [
          ...repeated,
          '{"cleared":true}\n',
          `${stringifyJson(asJson(entries[0]))}\n`,
          '{"id":"a"}\n',
        ],
        run: readSegment,
      },
    },
  ),
  fuzz(
    'journal: what was written is read, up to the line that was torn',
    fc.array(step, { maxLength: 12 }),
    (steps) => {
      const standing = new Map<string, JournalEntry>();
      let text = '';
      for (const { id: number, kind, cut, name, output } of steps) {
        const id = `1700000000000-${String(number).padStart(6, '0')}-w`;
        const before = standing.get(id);
        if (kind === 'clear') {
          text += clearedLine();
          for (const [key, { outcome }] of standing)
            if (outcome !== undefined) standing.delete(key);
          continue;
        }
        const value = { kind: 'object', mode: 'merge', value: output } as const;
        const next: JournalEntry =
          kind === 'begin' || before === undefined
            ? { ...fakeEntry(id), taskName: name, update: { output: value } }
            : kind === 'settle'
              ? { ...before, outcome: { kind: 'unknown', detail: name } }
              : { ...before, tries: [...before.tries, { at: cut, result: name }] };
        const line = entryLine(next, before?.outcome === undefined ? before : undefined);
        // A full disk leaves a part of the line, and the writer was told.
        if (kind === 'tear' && before !== undefined)
          text += line.slice(0, Math.min(cut, line.length - 1));
        else {
          text += line;
          standing.set(id, next);
        }
      }
      assert.deepEqual(
        asJson(Object.fromEntries(readSegment(text))),
        asJson(Object.fromEntries(standing)),
      );
    },
  ),
  fuzz(
    'journal: ids keep their order, and lead to their segment',
    fc.tuple(fc.array(fc.nat(5), { minLength: 1 }), fc.uuid()),
    ([times, window]) => {
      const ids = createEntryIds(window);
      const all = times.map((time) => ids.next(1_700_000_000_000 + time));
      assert.deepEqual(all.toSorted(), all);
      const [first = ''] = all;
      const key = closedSegmentKey('journal/', first, all.length);
      assert.deepEqual([firstOf(key), countOf(key), windowOf(first)], [first, all.length, window]);
      for (const id of all) assert.equal(segmentKeysFor([key], id)[0], key);
      assert.ok(timeOf(first) >= 1_700_000_000_000 && ids.isOwn(first));
    },
  ),
  fuzz(
    'journal: an export comes back from its cells and lines',
    fc.tuple(name, oddObject, oddText),
    ([taskName, value, reason]) => {
      const update = {
        status: 'A',
        reason,
        output: { kind: 'object', mode: 'merge', value },
      } as const;
      const entry: JournalEntry = { ...fakeEntry('1-1-w'), taskName, update };
      const cells = cellsOf(exportLine('csv', entry));
      const titles = cellsOf(exportHead('csv').slice(1));
      const cell = (title: string) => cells[titles.indexOf(title)] ?? '';
      assert.equal(cells.length, titles.length);
      for (const [title, text] of [
        ['task', taskName],
        ['reason', reason],
        ['outputSent', stringifyJson(value)],
      ] as const) {
        assert.equal(cell(title).replace(/^'/, ''), text.replace(/^'/, ''), title);
        assert.ok(!/^[\s\p{Cc}\p{Cf}]*[=+\-@]/u.test(cell(title)), cell(title));
      }
      const read = parseJson(exportLine('jsonl', entry));
      assert.ok(isJsonObject(read) && isJsonObject(read['update'] ?? null));
      assert.equal(
        stringifyJson((read['update'] as { output: Json }).output),
        stringifyJson(value),
      );
    },
  ),
  fuzzAsync(
    'drafts: a stored draft is whole, or none',
    fc.oneof(
      mutated([asJson(draft)]).map((value) => stringifyJson(value)),
      garbled([stringifyJson(asJson(draft))]),
    ),
    async (text) => {
      const storage = createFakeStorage();
      const drafts = createDrafts({ storage, clock: createFakeClock() });
      await drafts.write({ ...draft, ref: fakeTask.ref } as never);
      const [key = ''] = storage.documents.keys();
      storage.documents.set(key, text);
      const read = await drafts.read(fakeTask.ref);
      assert.equal((await drafts.list()).length, read === undefined ? 0 : 1);
      if (read === undefined) return;
      assert.ok(isTaskRef(read.ref));
      isTextSent(read, {});
      for (const part of [read.text, read.reason, read.status, read.merging?.yours]) {
        assert.ok(part === undefined || typeof part === 'string');
      }
    },
  ),
  fuzzAsync(
    'drafts: one for each task, as it was written',
    fc.tuple(fc.array(anyRef, { maxLength: 4 }), oddText, oddObject),
    async ([refs, text, fields]) => {
      const drafts = createDrafts({ storage: createFakeStorage(), clock: createFakeClock() });
      const keyOf = (ref: object) => JSON.stringify({ execution: '', ...ref, workflow: '' });
      const written = new Map<string, unknown>();
      for (const ref of refs) {
        const { connection, execution, task } = ref;
        const key = keyOf({ connection, execution: execution ?? '', task });
        written.set(
          key,
          await drafts.write({ ref, connectionName: 'c', taskName: 't', text, fields }),
        );
      }
      assert.equal((await drafts.list()).length, written.size);
      for (const ref of refs) {
        const { connection, execution, task } = ref;
        const key = keyOf({ connection, execution: execution ?? '', task });
        assert.equal(
          stringifyJson((await drafts.read(ref)) as never),
          stringifyJson(written.get(key) as never),
        );
      }
    },
  ),
  fuzz(
    'memories: pins, filters, answers and results of any version can be read',
    fc.oneof(
      mutated([
        {
          ref: { connection: 'c', workflow: 'w', task: 't' },
          name: 'n',
          status: 's',
          state: 'waiting',
          terminal: false,
        },
        { statuses: ['RUNNING'], sinceHours: 24, text: 'x' },
        { outcomes: ['confirmed'], connections: ['A'], sinceHours: 1, text: 'y' },
        [['user/Approve', [['Who', 'me']]]],
        { title: 't', text: 'x' },
      ]),
      oddJson,
    ),
    (value) => {
      const pinned = createPins({ read: () => value, write: async () => {} }).current();
      assert.ok(pinned === undefined || isTaskRef(pinned.ref));
      const filter = parseViewFilter(value);
      describeFilter(filter);
      executionFilter(listFilter(filter, 'w'), 1_700_000_000_000);
      const journalFilter = parseJournalFilter(value);
      describeJournalFilter(journalFilter);
      for (const entry of entries) fitsFilter(entry, journalFilter, 1_700_000_000_000);
      for (const answer of recipeMemory(memoryOf(value)).answers({
        name: 'Approve',
        origin: 'user',
        output: null,
      })) {
        assert.ok(answer.every((text) => typeof text === 'string'));
      }
      lastResults({ ...memoryOf(value), get: () => value });
    },
  ),
];
