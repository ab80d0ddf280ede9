import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { listText } from '../../src/app/taskList/listText.ts';
import { readToken, skipBlanks, writeToken } from '../../src/app/taskList/listToken.ts';
import { readLine } from '../../src/app/taskList/listLine.ts';
import { markSent } from '../../src/app/taskList/markSent.ts';
import {
  markedComment,
  ownComment,
  withStatus,
  withoutWish,
} from '../../src/app/taskList/markedComment.ts';
import { isChange, isEdited } from '../../src/app/taskList/readList.ts';
import { refreshList } from '../../src/app/taskList/refreshList.ts';
import { createTaskLists } from '../../src/app/taskList/taskLists.ts';
import type { TaskList } from '../../src/app/taskList/taskList.ts';
import { parseJson, stringifyJson } from '../../src/domain/json.ts';
import type { Json, JsonObject } from '../../src/domain/json.ts';
import type { Task } from '../../src/domain/task.ts';
import { createFakeClock } from '../support/fakeClock.ts';
import { createFakeStorage } from '../support/fakeStorage.ts';
import { fakeOptions } from '../support/fakeTask.ts';
import { applyEdits } from '../unit/app/taskList/applyEdits.ts';
import { listOf, names, read, taskOf } from '../unit/app/taskList/sampleList.ts';
import { mutated } from './arbitraries/mutated.ts';
import { oddObject } from './arbitraries/oddJson.ts';
import { garbled, name, oddText, repeated, textOf } from './arbitraries/oddText.ts';
import { fuzz, fuzzAsync } from './fuzz.ts';

const words = [
  'COMPLETED',
  'complete',
  'fail',
  'IN_PROGRESS',
  ' ',
  '  ',
  '#1',
  '#2',
  '{"a": 1}',
  'reason: "x"',
];
const line = textOf(
  [...words, '"', '{', '}', '//', '// ✓ done', '// … open', '/*', '*/', 'name_1'],
  9,
);
const options = {
  ...fakeOptions,
  output: { kind: 'object', modes: ['merge'], limitBytes: 1e6 },
  reasonLimit: 1e6,
} as const;
const list = listOf(taskOf('1', { options }), taskOf('2'), taskOf('3'));
const text = listText(list, names);
const document = fc
  .oneof(
    garbled([text, text.replace('\n#', ' {"a": 1.10}\n')]),
    fc.array(line, { maxLength: 5 }).map((lines) => lines.join('\n')),
  )
  // VS Code hands out a text with one kind of line ends.
  .map((typed) => typed.replaceAll('\r', ''));

const oddTask = fc
  .record({
    id: name,
    name,
    status: name,
    workflowName: name,
    connection: fc.constantFrom('c1', 'c2'),
  })
  .map(({ id, connection, ...own }): Task => {
    const task = taskOf(id, own);
    return { ...task, ref: { ...task.ref, connection } };
  });
const oddTasks = fc.array(oddTask, { maxLength: 4 });

function growthOf(run: (line: string) => unknown) {
  return {
    pieces: [...repeated, '{} ', '#1 ', 'reason: "a" ', '"a" ', '// a '],
    frames: [
      ['', ''],
      ['A #1 ', ''],
      ['A #1 {', '}'],
      ['A #1 "', '"'],
      ['A #1 // ', ''],
    ] as const,
    run,
  };
}

export const lists = [
  fuzz(
    'tasks as text: a word comes back',
    fc.tuple(oddText, fc.constantFrom('', ' x', '  // note')),
    ([word, more]) => {
      const written = writeToken(word);
      assert.ok(!/[\r\n\u2028\u2029\u202e\p{Surrogate}]/u.test(written), written);
      assert.deepEqual(readToken(written + more, 0), {
        text: word,
        start: 0,
        end: written.length,
        isWhole: true,
      });
    },
  ),
  fuzz('tasks as text: a new list asks for nothing, and names each task', oddTasks, (tasks) => {
    const odd = listOf(...tasks);
    const lines = read(listText(odd, names), odd);
    assert.deepEqual(
      lines.map((one) => one.task?.label),
      odd.tasks.map(({ label }) => label),
    );
    assert.ok(!lines.some(isEdited), JSON.stringify(lines.filter(isEdited)[0]));
  }),
  fuzz(
    'tasks as text: any line is read, and a problem stands in it',
    line,
    (typed) => {
      const [found] = read(typed, list);
      if (found === undefined)
        return assert.ok(/^\s*($|\/\/)/.test(typed.split(/\r\n|\r|\n/)[0] ?? ''));
      const [first = ''] = typed.split(/\r\n|\r|\n/).slice(found.line);
      for (const { start, end, message } of found.problems) {
        assert.ok(
          message.endsWith('.') && start >= 0 && end > start && start <= first.length,
          message,
        );
      }
      assert.ok(isChange(found) || found.update === undefined || found.problems.length > 0);
    },
    { growth: growthOf((typed) => read(typed, list)) },
  ),
  fuzz(
    'tasks as text: an output and a reason arrive as they were typed',
    fc.tuple(oddObject, oddText),
    ([output, reason]) => {
      const quoted = writeToken(reason).startsWith('"') ? writeToken(reason) : `"${reason}"`;
      const typed = `COMPLETED name_1 #1 ${stringifyJson(output)} reason: ${quoted} // note`;
      const [found] = read(typed, list);
      const sent = found?.update?.output;
      assert.ok(sent?.kind === 'object', JSON.stringify(found));
      assert.equal(stringifyJson(sent.value), stringifyJson(output));
      assert.equal(found?.update?.reason, reason.trim() === '' ? undefined : reason);
      assert.equal(found?.update?.status, 'COMPLETED');
    },
  ),
  fuzz(
    'tasks as text: outcomes are written into their own lines',
    fc.tuple(document, oddText, fc.constantFrom('confirmed', 'notApplied', 'open')),
    ([typed, sentence, kind]) => {
      const lines = read(typed, list);
      const changes = lines.filter(isChange);
      const after = { status: 'COMPLETED', output: {} };
      const became =
        kind === 'confirmed' ? ({ kind, after } as const) : ({ kind } as { kind: 'open' });
      const sent = changes.map(({ task, update }) => ({
        ref: task.base.ref,
        update,
        sentence,
        became,
      }));
      const next = markSent(list, { text: typed, lines }, sent);
      const marked = applyEdits(typed, next.edits);
      const again = read(marked, next.list);
      assert.equal(marked.split('\n').length, typed.split('\n').length);
      assert.equal(again.length, lines.length, marked);
      const touched = new Set(next.edits.map((edit) => ('line' in edit ? edit.line : -1)));
      const before = typed.split('\n');
      for (const [index, one] of marked.split('\n').entries()) {
        assert.equal(touched.has(index) || one === before[index], true, one);
      }
      if (kind === 'confirmed')
        assert.ok(!again.some((one) => touched.has(one.line) && isChange(one)), marked);
    },
  ),
  fuzz(
    'tasks as text: a mark replaces the one before it, and the note stays',
    fc.tuple(line, oddText, oddText),
    ([typed, first, second]) => {
      const parsed = readLine(typed.replace(/[\r\n]/g, ' '));
      if (parsed?.id === undefined) return;
      const own = ownComment(parsed);
      const marked = (sentence: string, on: typeof parsed) =>
        markedComment(on, { kind: 'open', text: `x${sentence}` });
      const once = readLine(`A #1  ${marked(first, parsed)}`);
      assert.ok(once !== undefined);
      assert.equal(ownComment(once).replace(/\s+/g, ' '), own.replace(/\s+/g, ' '));
      const twice = readLine(`A #1  ${marked(second, once)}`);
      assert.equal(
        twice === undefined ? '' : ownComment(twice).replace(/\s+/g, ' '),
        own.replace(/\s+/g, ' '),
      );
      const flat = typed.replace(/[\r\n]/g, ' ');
      const status = readLine(withStatus(withoutWish(flat, parsed), parsed, first));
      assert.equal(status?.status.text, first);
      assert.equal(skipBlanks(flat, flat.length), flat.length);
    },
  ),
  fuzz(
    'tasks as text: a refresh keeps what was typed',
    fc.tuple(document, oddTasks),
    ([typed, found]) => {
      const lines = read(typed, list);
      const edited = lines.filter(isEdited).map((one) => typed.split('\n')[one.line]);
      const reread = { readAt: list.readAt + 1, found: [...found, taskOf('1')], single: new Map() };
      const next = refreshList(list, { text: typed, lines }, reread, names);
      const after = applyEdits(typed, next.edits).split('\n');
      for (const one of edited) assert.ok(after.includes(one ?? ''), one);
      assert.equal(new Set(next.list.tasks.map(({ label }) => label)).size, next.list.tasks.length);
    },
  ),
  fuzzAsync(
    'task lists: a stored list is whole, or none',
    fc.oneof(
      mutated([{ ...list } as unknown as Json]).map((value) => stringifyJson(value)),
      garbled([stringifyJson(list as unknown as Json)]),
    ),
    async (kept) => {
      const storage = createFakeStorage();
      const lists = createTaskLists(storage, createFakeClock());
      storage.documents.set('taskLists/list', kept);
      storage.documents.set('taskTexts/list', kept);
      const found = await lists.read('list');
      await lists.readText('list');
      if (found === undefined) return;
      const written = listText(found, names);
      const lines = read(written, found);
      refreshList(
        found,
        { text: written, lines },
        { readAt: 1, found: [], single: new Map() },
        names,
      );
    },
  ),
  fuzzAsync(
    'task lists: a list and its text come back',
    fc.tuple(oddTasks, oddText),
    async ([tasks, typed]) => {
      const lists = createTaskLists(createFakeStorage(), createFakeClock());
      const written: TaskList = { ...listOf(...tasks), id: 'x' };
      await lists.write(written);
      await lists.writeText('x', typed);
      const found = (await lists.read('x')) as unknown as JsonObject;
      assert.deepEqual(found, parseJson(stringifyJson(written as unknown as Json)));
      assert.equal((await lists.readText('x'))?.text, typed);
    },
  ),
];
