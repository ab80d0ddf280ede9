import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLine } from '../../../../src/app/taskList/listLine.ts';
import { listText } from '../../../../src/app/taskList/listText.ts';
import { listOf, names, read, taskOf } from './sampleList.ts';

const hostile = [
  'plain',
  'with space',
  ' leading and trailing ',
  'tab\tand\nnewline\r\n',
  'quote " and \\ backslash',
  '#hash',
  '// comment',
  '/slash/',
  '{"json": true}',
  'reason: "x"',
  '',
  '\u2028\u2029\u0085\u0000\u001b[31m',
  'right \u202e to left',
  '\ud800 lone half',
  'žluťoučký 🐎 𝒳 עברית 家 👩‍👩‍👧‍👦',
  'a\u00a0b\u3000c',
  '\ufeffmark',
  'x'.repeat(255),
  '家'.repeat(255),
  '__proto__',
  '$(check)',
];

test('every name and id survives, on one line each, and asks for nothing', () => {
  const tasks = hostile.map((name, index) =>
    taskOf(`${index}${name}`, { name, workflowName: name, status: 'IN_PROGRESS' }),
  );
  const list = listOf(...tasks);

  const text = listText(list, names);
  const lines = read(text, list);

  assert.deepEqual(
    lines.map(({ task }) => task?.base.ref.task),
    tasks.map(({ ref }) => ref.task),
  );
  assert.deepEqual(
    lines.flatMap(({ problems }) => problems),
    [],
  );
  assert.ok(lines.every(({ update }) => update === undefined));
  assert.doesNotMatch(text, /[\u2028\u2029\u202e\ufeff\r]/u);
});

test('a status that no engine should have survives as well', () => {
  const tasks = hostile
    .filter((name) => name !== '')
    .map((status, index) => taskOf(String(index), { status }));
  const list = listOf(...tasks);

  const lines = read(listText(list, names), list);

  assert.deepEqual(
    lines.map(({ parsed }) => parsed.status.text),
    tasks.map(({ status }) => status),
  );
  assert.ok(lines.every(({ update, problems }) => update === undefined && problems.length === 0));
});

test('words put together at random are read as they were written', () => {
  const pieces = ['a', ' ', '"', '\\', '#', '/', '{', '}', '\n', '🐎', '\u202e', 'ж', ':', '\t'];
  let state = 7;
  const next = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
  const word = () =>
    Array.from({ length: 1 + next(9) }, () => pieces[next(pieces.length)]).join('');
  for (let round = 0; round < 2_000; round += 1) {
    const task = taskOf(word(), { name: word(), status: word(), workflowName: word() });
    const list = listOf(task);
    const [line, ...more] = read(listText(list, names), list);
    assert.equal(more.length, 0, JSON.stringify(task));
    assert.equal(line?.task?.label, task.ref.task);
    assert.equal(line?.parsed.status.text, task.status);
    assert.equal(line?.update, undefined);
  }
});

test('columns stand below each other, and stay there when a status changes', () => {
  const list = listOf(taskOf('1', { name: 'a' }), taskOf('22', { name: 'a_longer_name' }));

  const lines = listText(list, names).split('\n');
  const at = lines
    .filter((line) => /^(\/\/ status|\w)/.test(line))
    .map((line) => line.indexOf('  #'));

  assert.equal(at.length, 3);
  assert.ok(!at.includes(-1));
  assert.equal(new Set(at).size, 1);
  assert.match(lines.at(-2) ?? '', /^IN_PROGRESS {2}a_longer_name {2}loan {7}e1 {9}#22$/);
});

test('the connection is a column where there are several, and keeps equal ids apart', () => {
  const ref = { connection: 'c2', workflow: 'w', task: '1' };
  const list = listOf(taskOf('1'), taskOf('1', { ref }));

  const text = listText(list, names);
  const lines = read(text, list);

  assert.match(text, /Local\s+#1\n/);
  assert.match(text, /c2\s+#c2\/1\n/);
  assert.deepEqual(
    lines.map(({ task }) => task?.base.ref.connection),
    ['c1', 'c2'],
  );
});

test('the header says what the list is, in comments alone', () => {
  const list = { ...listOf(taskOf('1')), notice: 'Looked at the newest 200 executions.' };

  const [first, ...others] = listText(list, names).split('\n');

  assert.equal(
    first,
    '// All waiting tasks: 1 task, read 2023-11-14T22:13:20.000Z. Looked at the newest 200 executions.',
  );
  assert.ok(others.slice(0, 4).every((line) => line.startsWith('//')));
});

test('a notice with a line break stays within its comment', () => {
  const list = { ...listOf(taskOf('1')), notice: 'one\nCOMPLETED a b #1' };

  const lines = read(listText(list, names), list);

  assert.equal(lines.length, 1);
});

test('blank lines and comments are no lines of a task', () => {
  for (const line of ['', '   ', '\t', '// COMPLETED a b #1', '  // note', '//']) {
    assert.equal(readLine(line), undefined, JSON.stringify(line));
  }
});
