import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Draft } from '../../../src/app/drafts/drafts.ts';
import type { JournalEntry, Outcome } from '../../../src/domain/outcome.ts';
import type { StoredState } from '../../kill/storedState.ts';
import { wrongs } from '../../kill/verdict.ts';
import type { KilledTask } from '../../kill/verdict.ts';
import { fakeConfirmed, fakeEntry } from '../../support/fakeEntry.ts';

const text = '{"by":"kill_1_1","amount":7}';
const ref = { connection: 'kill', workflow: 'w', execution: 'e', task: 'id-1' };
const applied: KilledTask = {
  id: 'id-1',
  name: 'kill_1_1',
  kind: 'documents',
  text,
  isSaved: true,
  status: 'COMPLETED',
  output: text,
};
const open: KilledTask = { ...applied, status: 'IN_PROGRESS', output: '{}' };
const update = {
  text: `/api/tasks/e/kill_1_1/COMPLETED ${text}`,
  isDelivered: true,
  isAnswered: true,
};
const draft: Draft = { ref, connectionName: 'Kill', taskName: 'kill_1_1', text, savedAt: 1 };
const unknown: Outcome = { kind: 'unknown', detail: 'd' };

const entryOf = (outcome?: Outcome): JournalEntry => ({ ...fakeEntry('1', outcome), ref });
const nothing: StoredState = { entries: [], lostIds: [], drafts: [], lists: [], asides: [] };
const stored = (some: Partial<StoredState>): StoredState => ({ ...nothing, ...some });
const confirmed = stored({ entries: [entryOf(fakeConfirmed)] });
const settled = stored({ entries: [entryOf(unknown)], drafts: [draft] });

test('nothing is wrong where a kill was survived', () => {
  const list = { ...open, kind: 'list' } as const;
  const lists = [JSON.stringify({ text: `complete #id-1 ${text}` })];
  const survived = [
    wrongs([applied], [update], confirmed),
    wrongs([applied], [update], { ...confirmed, drafts: [draft] }),
    wrongs([open], [{ ...update, isDelivered: false }], settled),
    wrongs([open], [], stored({ drafts: [draft] })),
    wrongs([{ ...open, isSaved: false }], [], nothing),
    wrongs([list], [], stored({ lists })),
    wrongs(
      [open],
      [{ ...update, text: '/api/tasks/e/kill_1_12/COMPLETED {}' }],
      stored({ drafts: [draft] }),
    ),
  ];
  assert.deepEqual(survived.flat(), []);
});

const broken: readonly (readonly [RegExp, readonly string[]])[] = [
  [/was sent 2 times/, wrongs([applied], [update, update], confirmed)],
  [/the journal has no entry/, wrongs([open], [update], stored({ drafts: [draft] }))],
  [
    /has 2 entries/,
    wrongs([applied], [update], {
      ...confirmed,
      entries: [entryOf(fakeConfirmed), entryOf(fakeConfirmed)],
    }),
  ],
  [/still in flight/, wrongs([open], [], stored({ entries: [entryOf()], drafts: [draft] }))],
  [/told to be confirmed, and the server shows IN_PROGRESS/, wrongs([open], [update], confirmed)],
  [/told to be unknown, and the server shows COMPLETED/, wrongs([applied], [update], settled)],
  [/applied by nobody/, wrongs([applied], [{ ...update, isDelivered: false }], confirmed)],
  [/in place of/, wrongs([{ ...applied, output: '{"by":"another"}' }], [update], confirmed)],
  [/is lost/, wrongs([open], [update], stored({ entries: [entryOf(unknown)] }))],
  [/is lost/, wrongs([{ ...open, kind: 'list' }], [], stored({ drafts: [draft] }))],
  [
    /has the draft/,
    wrongs([{ ...open, isSaved: false }], [], stored({ drafts: [{ ...draft, text: '{"by' }] })),
  ],
  [/not found by its id/, wrongs([], [], stored({ lostIds: ['17-1-a'] }))],
  [/left behind/, wrongs([], [], stored({ asides: ['drafts/x.json.1-1.tmp'] }))],
];

for (const [sentence, told] of broken) {
  test(`a kill that was not survived is told: ${sentence.source}`, () => {
    assert.equal(told.length, 1, told.join('\n'));
    assert.match(told[0] ?? '', sentence);
  });
}
