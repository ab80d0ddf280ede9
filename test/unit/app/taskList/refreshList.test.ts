import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listText } from '../../../../src/app/taskList/listText.ts';
import { missingOf, refreshList } from '../../../../src/app/taskList/refreshList.ts';
import type { Reread } from '../../../../src/app/taskList/refreshList.ts';
import type { TaskList } from '../../../../src/app/taskList/taskList.ts';
import type { Task } from '../../../../src/domain/task.ts';
import { taskKey } from '../../../../src/domain/task.ts';
import { applyEdits } from './applyEdits.ts';
import { listOf, names, read, taskOf } from './sampleList.ts';

const list = listOf(taskOf('1'), taskOf('2'), taskOf('3'));
const text = listText(list, names);

function refresh(document: string, found: readonly Task[], more: Partial<Reread> = {}, of = list) {
  const lines = read(document, of);
  const reread = { readAt: of.readAt + 60_000, found, single: new Map(), ...more };
  const { list: next, edits } = refreshList(of, { text: document, lines }, reread, names);
  return { next, text: applyEdits(document, edits) };
}

/** The lines of tasks, with single blanks. */
function tasksIn(document: string): readonly string[] {
  return document
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('//'))
    .map((line) => line.replace(/ +/g, ' '));
}

const unedited = (id: string, status = 'IN_PROGRESS') => `${status} name_${id} loan e1 #${id}`;

test('nothing changes but the time where nothing changed', () => {
  const after = refresh(text, [taskOf('1'), taskOf('2'), taskOf('3')]);

  assert.equal(after.text, text.replace('22:13:20', '22:14:20'));
});

test('a line that was left alone follows its task, in its columns', () => {
  const after = refresh(text, [taskOf('1', { status: 'SCHEDULED' }), taskOf('2'), taskOf('3')]);

  assert.deepEqual(tasksIn(after.text), [unedited('1', 'SCHEDULED'), unedited('2'), unedited('3')]);
  const columns = after.text
    .split('\n')
    .slice(-4, -1)
    .map((line) => line.indexOf('name_'));
  assert.equal(new Set(columns).size, 1);
  assert.ok(read(after.text, after.next).every(({ update }) => update === undefined));
});

test('what is over or gone leaves, what is new comes, what was deleted stays away', () => {
  const without = text.replace(/^.*#3\n/m, '');
  const over = taskOf('1', { status: 'COMPLETED', terminal: true });

  const after = refresh(without, [over, taskOf('3'), taskOf('4')]);

  assert.deepEqual(tasksIn(after.text), [unedited('4')]);
});

test('a written line stays as it is, whatever became of its task', () => {
  const written = text.replace(/^(.*#[12])$/gm, '$1 {"mine": true}');
  const now = taskOf('1', { status: 'COMPLETED', terminal: true });
  const single = new Map([
    [taskKey(taskOf('1').ref), now],
    [taskKey(taskOf('2').ref), null],
  ]);

  const after = refresh(written, [], { single });

  assert.deepEqual(tasksIn(after.text), [
    `${unedited('1')} {"mine": true}`,
    `${unedited('2')} {"mine": true}`,
  ]);
  const [first, second] = read(after.text, after.next);
  assert.equal(first?.task?.base.status, 'IN_PROGRESS');
  assert.equal(first?.task?.now?.status, 'COMPLETED');
  assert.match(first?.problems[0]?.message ?? '', /status IN_PROGRESS → COMPLETED/);
  assert.match(second?.problems[0]?.message ?? '', /knows this task no more/);
});

test('a task that was written twice keeps both lines', () => {
  const line = 'COMPLETED name_1 loan e1 #1';
  const twice = text.replace(/^.*#1$/m, `${line}\n${line}`);

  const after = refresh(twice, [taskOf('1'), taskOf('2'), taskOf('3')]);

  assert.deepEqual(tasksIn(after.text), [line, line, unedited('2'), unedited('3')]);
});

test('the tasks that are read alone are those of written lines that were not found', () => {
  const written = text.replace(/^(.*#[12])$/gm, '$1 {"mine": true}');

  const missing = missingOf(read(written, list), [taskOf('1'), taskOf('3')]);

  assert.deepEqual(
    missing.map(({ label }) => label),
    ['2'],
  );
});

test('a task that had left and is back gets its line again', () => {
  const first = refresh(text, [taskOf('1'), taskOf('2')]);
  assert.deepEqual(tasksIn(first.text), [unedited('1'), unedited('2')]);

  const second = refresh(first.text, [taskOf('1'), taskOf('2'), taskOf('3')], {}, first.next);

  assert.deepEqual(tasksIn(second.text), [unedited('1'), unedited('2'), unedited('3')]);
});

test('tasks of a connection that could not be read stay as they are', () => {
  const after = refresh(text, [], { unread: ['c1'] });

  assert.deepEqual(tasksIn(after.text), [unedited('1'), unedited('2'), unedited('3')]);
});

test('a comment of the person and their order stay', () => {
  const sorted = `// mine\n${text.trimEnd().split('\n').reverse().join('\n')}`;

  const after = refresh(sorted, [taskOf('1'), taskOf('2'), taskOf('3', { status: 'SCHEDULED' })]);

  assert.match(after.text, /^\/\/ mine\nSCHEDULED {4}name_3/);
});

test('a comment of the person outlives the line of a task that is over', () => {
  const noted = text.replace(/^(.*#1)$/m, '$1  // ✓ confirmed  // ask Ann');

  const after = refresh(noted, [taskOf('2'), taskOf('3')]);

  assert.match(after.text, /^\/\/ ask Ann$/m);
  assert.deepEqual(tasksIn(after.text), [unedited('2'), unedited('3')]);
});

test('a new task whose id is taken gets a label of its own', () => {
  const ref = { connection: 'c2', workflow: 'w', task: '1' };

  const after = refresh(text, [taskOf('1'), taskOf('2'), taskOf('3'), taskOf('1', { ref })]);

  assert.match(after.text, /#c2\/1\n$/);
  assert.deepEqual(labels(after.next), ['1', '2', '3', 'c2/1']);
});

function labels({ tasks }: TaskList): readonly string[] {
  return tasks.map(({ label }) => label);
}
