import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Draft } from '../../../../src/app/drafts/drafts.ts';
import type { JournalEntry, Outcome } from '../../../../src/domain/outcome.ts';
import { outcomeSentence } from '../../../../src/host/words/outcomeLook.ts';
import { pageNodes, updateNodes } from '../../../../src/host/journal/updateNodes.ts';
import type { UpdateNode } from '../../../../src/host/journal/updateNodes.ts';
import { entryWords, updateRow } from '../../../../src/host/journal/updateRow.ts';
import { fakeTask } from '../../../support/fakeTask.ts';

const now = 1_700_000_000_000;
const after = { status: 'COMPLETED', output: { ok: true } };

function entryOf(id: string, outcome?: Outcome): JournalEntry {
  return {
    id,
    ref: fakeTask.ref,
    connectionName: 'Local',
    taskName: 'approve',
    update: { status: 'COMPLETED' },
    before: { status: 'IN_PROGRESS', output: {} },
    startedAt: now - 120_000,
    tries: [{ at: now, result: '200 OK' }],
    ...(outcome === undefined ? {} : { outcome }),
  };
}

const confirmed: Outcome = { kind: 'confirmed', after, notes: [] };
const notApplied: Outcome = {
  kind: 'notApplied',
  expected: 'COMPLETED',
  actual: 'FAILED',
  reason: 'Task is over',
  after,
};
const unknown: Outcome = { kind: 'unknown', detail: 'The connection broke.' };

const draft: Draft = {
  ref: fakeTask.ref,
  connectionName: 'Local',
  taskName: 'approve',
  status: 'FAILED',
  savedAt: now - 5000,
};

/** The tree as indented text. */
function drawn(nodes: readonly UpdateNode[], indent = ''): readonly string[] {
  return nodes.flatMap((node) => {
    const row = updateRow(node, now);
    const line = `${indent}${row.icon.name} ${row.label} ${row.description ?? ''} [${row.context.join(' ')}]`;
    return [line, ...('children' in node ? drawn(node.children, `${indent}  `) : [])];
  });
}

test('the view shows drafts, what is in flight, and what was sent', () => {
  const nodes = updateNodes({
    drafts: [draft],
    inFlight: [entryOf('4')],
    newest: [
      entryOf('4'),
      entryOf('3', unknown),
      entryOf('2', notApplied),
      entryOf('1', confirmed),
    ],
  });

  assert.deepEqual(drawn(nodes), [
    'edit Drafts 1 [group]',
    '  edit approve FAILED · e1 · 5 s ago [draft]',
    'sync In Flight 1 [group]',
    '  loading~spin approve COMPLETED · in flight · e1 · 2 min ago [checkable entry]',
    'history Sent 3 [group]',
    '  question approve COMPLETED · unknown · e1 · 2 min ago [checkable sendable entry]',
    '  error approve COMPLETED · not applied · e1 · 2 min ago [comparable sendable entry]',
    '  pass-filled approve COMPLETED · confirmed · e1 · 2 min ago [comparable sendable undoable entry]',
  ]);
});

test('empty groups are left out, and with nothing at all the welcome shows', () => {
  const none = { drafts: [], inFlight: [], newest: [] };

  assert.deepEqual(updateNodes(none), []);
  assert.equal(updateNodes({ ...none, drafts: [draft] }).length, 1);
});

test('a long journal opens page by page', () => {
  const entries = Array.from({ length: 51 }, (_, index) => entryOf(String(index), confirmed));
  const [sent] = updateNodes({ drafts: [], inFlight: [], newest: entries });
  const children = sent?.kind === 'group' ? sent.children : [];
  const nextPage = pageNodes(entries, 50);

  assert.equal(sent?.kind === 'group' ? sent.count : '', '50+');
  assert.equal(children.length, 51);
  assert.deepEqual(children.at(-1), { kind: 'older', id: 'older/50', after: 50 });
  assert.deepEqual(nextPage.at(-1), { kind: 'older', id: 'older/100', after: 100 });
  assert.equal(pageNodes(entries.slice(1), 100).at(-1)?.kind, 'entry');
});

test('a row keeps its id from the moment of sending on', () => {
  const idOf = (entry: JournalEntry) => drawnEntry(entry)?.id;

  assert.equal(idOf(entryOf('7')), idOf(entryOf('7', confirmed)));
  assert.equal(idOf(entryOf('7')), 'entry/7');
});

function drawnEntry(entry: JournalEntry): UpdateNode | undefined {
  const isFlying = entry.outcome === undefined;
  const [group] = updateNodes({
    drafts: [],
    inFlight: isFlying ? [entry] : [],
    newest: [entry],
  });
  return group !== undefined && 'children' in group ? group.children[0] : undefined;
}

test('the tooltip tells what was sent, the answer, and what became of it', () => {
  const node = drawnEntry(entryOf('1', notApplied));
  const tooltip = node === undefined ? '' : updateRow(node, now).tooltip;

  assert.match(tooltip, /^Connection: Local$/m);
  assert.match(tooltip, /IN_PROGRESS → COMPLETED/);
  assert.match(tooltip, /^Answer: 200 OK$/m);
  assert.match(tooltip, /not applied: expected COMPLETED, found FAILED\. Task is over/);
  assert.match(tooltip, /^Output: adds ok$/m);
});

test('each outcome is one sentence with what was expected, what is, and why', () => {
  assert.equal(outcomeSentence(entryOf('1', confirmed)), 'approve is COMPLETED (confirmed).');
  assert.equal(
    outcomeSentence(entryOf('1', notApplied)),
    'The update of approve was not applied: expected COMPLETED, found FAILED. Task is over',
  );
  assert.equal(
    outcomeSentence(entryOf('1', { ...notApplied, actual: 'COMPLETED' })),
    'The update of approve was not applied. Task is over',
  );
  assert.match(outcomeSentence(entryOf('1', unknown)), /unknown.*not sent again/);
  assert.match(
    outcomeSentence(entryOf('1', { kind: 'pending', detail: 'After 10 s.' })),
    /is pending\. After 10 s\./,
  );
});

test('a filter that lets nothing through says so, where the welcome would say that nothing was sent', () => {
  const none = { drafts: [], inFlight: [], newest: [], isFiltered: true };
  const [group] = updateNodes(none);
  const [, row] = group?.kind === 'group' ? group.children : [];

  assert.deepEqual(drawn(updateNodes(none)), [
    'history Sent 0 [group]',
    '  info Nothing matches the filter  [message]',
    '  arrow-small-right Clear filter  [message]',
  ]);
  assert.ok(row);
  assert.equal(updateRow(row, now).command?.id, 'workflowTasks.journal.clearFilter');
});

test('what ended its task offers no undo', () => {
  const words = entryWords({ ...entryOf('1', confirmed), endsTask: true });

  assert.deepEqual(words, ['comparable', 'sendable', 'entry']);
});
