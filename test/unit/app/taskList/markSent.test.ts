import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listText } from '../../../../src/app/taskList/listText.ts';
import { markSent } from '../../../../src/app/taskList/markSent.ts';
import type { SentLine } from '../../../../src/app/taskList/markSent.ts';
import { isChange } from '../../../../src/app/taskList/readList.ts';
import type { TaskList } from '../../../../src/app/taskList/taskList.ts';
import type { UpdateOptions } from '../../../../src/domain/taskUpdate.ts';
import { fakeOptions } from '../../../support/fakeTask.ts';
import { applyEdits } from './applyEdits.ts';
import { listOf, names, read, taskOf } from './sampleList.ts';

const options: UpdateOptions = {
  ...fakeOptions,
  statuses: fakeOptions.statuses.map((option) =>
    option.role === 'complete' ? { ...option, endsTask: true } : option,
  ),
};
const list = listOf(taskOf('1', { options }), taskOf('2', { options }));
const text = listText(list, names);

/**
 * Sends the updates of a text. `became` is their result, `typed` the text after edits made
 * meanwhile.
 */
function send(
  document: string,
  became: SentLine['became'],
  { of = list, typed = document, sentence = 'as told' } = {},
): { readonly text: string; readonly next: TaskList } {
  const sent = read(document, of)
    .filter(isChange)
    .map(({ task, update }) => ({ ref: task.base.ref, update, sentence, became }));
  const now = { text: typed, lines: read(typed, of) };
  const { list: next, edits } = markSent(of, now, sent);
  return { next, text: applyEdits(typed, edits) };
}

const confirmed = {
  kind: 'confirmed',
  after: { status: 'COMPLETED', output: { a: 1 }, updatedAt: 1_700_000_000_001 },
} as const;

function lineOf(document: string, id: string): string {
  return (
    document.split('\n').find((line) => line.includes(`#${id}`) && !line.startsWith('//')) ?? ''
  );
}

test('a confirmed line shows what the task is now, and asks for nothing any more', () => {
  const written = text.replace(/^\w+( .*#1)$/m, 'complete$1 {"a": 1} reason: "so" // mine');

  const after = send(written, confirmed);

  assert.match(
    lineOf(after.text, '1'),
    /^COMPLETED\s+name_1\s+loan\s+e1\s+#1 {2}\/\/ ✓ as told {2}\/\/ mine$/,
  );
  assert.match(lineOf(after.text, '2'), /#2$/);
  assert.ok(read(after.text, after.next).every(({ update }) => update === undefined));
  assert.equal(after.next.tasks[0]?.base.terminal, true);
  assert.deepEqual(after.next.tasks[0]?.base.output, { a: 1 });
});

test('a task that its engine would take up again is not over', () => {
  const again = listOf(taskOf('1'));
  const written = listText(again, names).replace(/^\w+( .*#1)$/m, 'COMPLETED$1');

  assert.equal(send(written, confirmed, { of: again }).next.tasks[0]?.base.terminal, false);
});

test('a confirmed line keeps its columns', () => {
  const written = text.replace(/^IN_PROGRESS( .*#1)$/m, 'COMPLETED  $1');

  const after = send(written, confirmed);

  const [first, second] = ['1', '2'].map((id) => lineOf(after.text, id));
  assert.equal(first?.indexOf('name_'), second?.indexOf('name_'));
  assert.equal(first?.indexOf('#'), second?.indexOf('#'));
});

test('a line that was not applied stays as it was written, with one mark, however often', () => {
  const written = text.replace(/^\w+( .*#1)$/m, 'COMPLETED$1 {"a": 1}');

  const once = send(written, { kind: 'notApplied' }, { sentence: 'not applied: busy' });
  const twice = send(once.text, { kind: 'notApplied' }, { sentence: 'not applied: again' });

  assert.match(lineOf(once.text, '1'), /^COMPLETED .* \{"a": 1\} {2}\/\/ ✗ not applied: busy$/);
  assert.match(lineOf(twice.text, '1'), /^COMPLETED .* \{"a": 1\} {2}\/\/ ✗ not applied: again$/);
  assert.equal(read(twice.text, twice.next).filter(isChange).length, 1);
});

test('what was changed meanwhile is known by the list afterwards', () => {
  const written = text.replace(/^\w+( .*#1)$/m, 'COMPLETED$1');
  const now = taskOf('1', { status: 'SCHEDULED' });

  const after = send(written, { kind: 'notApplied', now });

  assert.equal(after.next.tasks[0]?.now?.status, 'SCHEDULED');
  assert.match(read(after.text, after.next)[0]?.problems[0]?.message ?? '', /SCHEDULED/);
});

test('what is open says so, and is sent again only where its note was taken away', () => {
  const after = send(text.replace(/^\w+( .*#1)$/m, 'COMPLETED$1'), { kind: 'open' });

  assert.match(lineOf(after.text, '1'), /^COMPLETED .*#1 {2}\/\/ … as told$/);
  assert.equal(read(after.text, after.next).filter(isChange).length, 0);
  assert.match(read(after.text, after.next)[0]?.problems[0]?.message ?? '', /open what became/);
  const settled = send(written(after.text), confirmed, { typed: after.text });
  assert.match(lineOf(settled.text, '1'), /✓ as told$/);
  assert.equal(read(written(after.text), after.next).filter(isChange).length, 1);
});

const written = (document: string) => document.replace('  // … as told', '');

test('a comment of the person stays beside one mark, and does not hide that it is open', () => {
  const typed = text.replace(/^\w+( .*#1)$/m, 'COMPLETED$1 // ask Ann // or Bob');

  const once = send(typed, { kind: 'notApplied' }, { sentence: 'busy // see http://x' });
  const twice = send(once.text, { kind: 'open' });

  assert.match(
    lineOf(once.text, '1'),
    /#1 {2}\/\/ ✗ busy \/ see http:\/\/x {2}\/\/ ask Ann {2}\/\/ or Bob$/,
  );
  assert.match(lineOf(twice.text, '1'), /#1 {2}\/\/ … as told {2}\/\/ ask Ann {2}\/\/ or Bob$/);
  assert.equal(read(twice.text, twice.next).filter(isChange).length, 0);
  const settled = send(written(twice.text), confirmed, { typed: twice.text });
  assert.match(lineOf(settled.text, '1'), /#1 {2}\/\/ ✓ as told {2}\/\/ ask Ann {2}\/\/ or Bob$/);
});

test('what the person wrote on meanwhile is theirs', () => {
  const written = text.replace(/^\w+( .*#1)$/m, 'COMPLETED$1');
  const typed = text.replace(/^\w+( .*#1)$/m, 'COMPLETED$1 {"more": 1}');

  const after = send(written, confirmed, { typed });

  assert.equal(after.text, typed);
  assert.equal(after.next.tasks[0]?.base.status, 'COMPLETED');
});

test('a status at the end of a word that is longer keeps one blank', () => {
  const written = 'x name_1 loan e1 #1 {"a":1}\n';

  const after = send(written.replace('x ', 'fail '), {
    ...confirmed,
    after: { status: 'COMPLETED_WITH_ERRORS', output: {} },
  });

  assert.equal(after.text, 'COMPLETED_WITH_ERRORS name_1 loan e1 #1  // ✓ as told\n');
});
