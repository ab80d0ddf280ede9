import { strict as assert } from 'node:assert';
import { test } from 'node:test';

import type { WorkflowRecord } from '../../../../../src/engines/conductor/wire/records.ts';
import { parseWorkflow } from '../../../../../src/engines/conductor/wire/records.ts';
import { readDetail } from '../../../../../src/engines/conductor/read/readDetail.ts';
import { drawTree } from '../../../../support/drawTree.ts';
import { record } from '../builders.ts';

interface Defined {
  readonly type: string;
  readonly taskReferenceName: string;
}
const def = (type: string, taskReferenceName: string, more: object = {}): Defined => ({
  type,
  taskReferenceName,
  ...more,
});
const run = (name: string, more: object = {}) =>
  record({ taskId: `${name}-${Math.random()}`, referenceTaskName: name, ...more });

function workflow(tasks: readonly object[], definition?: readonly Defined[]): WorkflowRecord {
  const text = JSON.stringify({
    workflowId: 'w1',
    status: 'RUNNING',
    tasks,
    ...(definition === undefined ? {} : { workflowDefinition: { tasks: definition } }),
  });
  return parseWorkflow({ status: 200, headers: {}, text });
}

function drawn(tasks: readonly object[], definition?: readonly Defined[]): readonly string[] {
  const context = { connection: 'c', canCancel: true };
  return drawTree(readDetail(workflow(tasks, definition), context, new Set()).nodes);
}

test('earlier attempts of a task come after the current one', () => {
  const over = { status: 'FAILED' };
  assert.deepEqual(
    drawn(
      [run('a', over), run('a', { ...over, retryCount: 1 }), run('b'), run('a', { retryCount: 2 })],
      [def('SIMPLE', 'a'), def('SIMPLE', 'b')],
    ),
    ['a IN_PROGRESS +2', 'b IN_PROGRESS'],
  );
});

test('two open tasks of one name are both shown and marked as sharing it', () => {
  const tasksSharingName = new Set<string>(['gone']);
  const tasks = [run('a', { taskId: '1' }), run('a', { taskId: '2' }), run('b', { taskId: '3' })];
  const detail = readDetail(
    workflow(tasks),
    { connection: 'c', canCancel: true },
    tasksSharingName,
  );
  assert.deepEqual(drawTree(detail.nodes), ['a IN_PROGRESS', 'a IN_PROGRESS', 'b IN_PROGRESS']);
  assert.deepEqual([...tasksSharingName], ['gone', '1', '2']);
});

test('branches are below their fork, and only those that were reached', () => {
  const fork = def('FORK_JOIN', 'fork', {
    forkTasks: [[def('HUMAN', 'a'), def('HUMAN', 'a2')], [def('HUMAN', 'b')], [def('HUMAN', 'c')]],
  });
  assert.deepEqual(
    drawn([run('fork'), run('a'), run('c'), run('join')], [fork, def('JOIN', 'join')]),
    [
      'fork IN_PROGRESS',
      '  Branch 1',
      '    a IN_PROGRESS',
      '  Branch 3',
      '    c IN_PROGRESS',
      'join IN_PROGRESS',
    ],
  );
});

test('iterations are below their loop, with attempts, branches and switches inside', () => {
  const loop = def('DO_WHILE', 'loop', {
    loopOver: [
      def('SIMPLE', 'x'),
      def('SWITCH', 'sw', { decisionCases: { yes: [def('HUMAN', 'y')] }, defaultCase: [] }),
    ],
  });
  assert.deepEqual(
    drawn(
      [
        run('loop'),
        run('x__1', { status: 'FAILED' }),
        run('x__1', { retryCount: 1 }),
        run('sw__1'),
        run('y__1'),
        run('x__10'),
      ],
      [loop],
    ),
    [
      'loop IN_PROGRESS',
      '  Iteration 1',
      '    x__1 IN_PROGRESS +1',
      '    sw__1 IN_PROGRESS',
      '    y__1 IN_PROGRESS',
      '  Iteration 10',
      '    x__10 IN_PROGRESS',
    ],
  );
});

test('a nested loop is found with either naming of its tasks', () => {
  const inner = def('DO_WHILE', 'in', { loopOver: [def('HUMAN', 'h')] });
  const outer = def('DO_WHILE', 'out', { loopOver: [inner] });
  for (const name of ['h__1', 'h__1__1']) {
    assert.deepEqual(drawn([run('out'), run('in__1'), run(name)], [outer]), [
      'out IN_PROGRESS',
      '  Iteration 1',
      '    in__1 IN_PROGRESS',
      '      Iteration 1',
      `        ${name} IN_PROGRESS`,
    ]);
  }
});

test('a dynamic fork contains the tasks that it names', () => {
  const fork = run('fork', { inputData: { forkedTasks: ['d1', { taskReferenceName: 'd2' }, 7] } });
  assert.deepEqual(
    drawn(
      [fork, run('d1'), run('d2'), run('join')],
      [def('FORK_JOIN_DYNAMIC', 'fork'), def('JOIN', 'join')],
    ),
    ['fork IN_PROGRESS', '  d1 IN_PROGRESS', '  d2 IN_PROGRESS', 'join IN_PROGRESS'],
  );
});

/** A fork as 3.32.1 stores it: its input has the definitions and the names of its tasks. */
function dynamicFork(name: string, forked: readonly Defined[]) {
  const forkedTasks = forked.map(({ taskReferenceName }) => taskReferenceName);
  return run(name, { taskType: 'FORK', inputData: { forkedTaskDefs: forked, forkedTasks } });
}

test('a dynamic fork in a loop contains its tasks in each iteration', () => {
  const loop = def('DO_WHILE', 'lp', {
    loopOver: [def('FORK_JOIN_DYNAMIC', 'fan'), def('JOIN', 'j')],
  });
  const forked = [def('HUMAN', 'k1'), def('HUMAN', 'k2')];
  assert.deepEqual(
    drawn(
      [
        run('lp'),
        dynamicFork('fan__1', forked),
        run('k1__1'),
        run('k2__1'),
        run('j__1'),
        dynamicFork('fan__2', forked),
        run('k1__2'),
      ],
      [loop],
    ),
    [
      'lp IN_PROGRESS',
      '  Iteration 1',
      '    fan__1 IN_PROGRESS',
      '      k1__1 IN_PROGRESS',
      '      k2__1 IN_PROGRESS',
      '    j__1 IN_PROGRESS',
      '  Iteration 2',
      '    fan__2 IN_PROGRESS',
      '      k1__2 IN_PROGRESS',
    ],
  );
});

test('what a dynamically forked switch, loop or fork contains is below the fork', () => {
  const forked = [
    def('SWITCH', 'ds', { decisionCases: { a: [def('HUMAN', 'in_switch')] } }),
    def('DO_WHILE', 'dl', { loopOver: [def('HUMAN', 'in_loop')] }),
    def('FORK_JOIN', 'df', { forkTasks: [[def('HUMAN', 'in_fork')]] }),
    def('FORK_JOIN_DYNAMIC', 'dd'),
  ];
  assert.deepEqual(
    drawn(
      [
        dynamicFork('fan', forked),
        run('ds'),
        run('in_switch'),
        run('dl'),
        run('in_loop__1'),
        run('df'),
        run('in_fork'),
        dynamicFork('dd', [def('HUMAN', 'deep')]),
        run('deep'),
        run('end'),
      ],
      [def('FORK_JOIN_DYNAMIC', 'fan'), def('JOIN', 'j'), def('HUMAN', 'end')],
    ),
    [
      'fan IN_PROGRESS',
      '  ds IN_PROGRESS',
      '  in_switch IN_PROGRESS',
      '  dl IN_PROGRESS',
      '    Iteration 1',
      '      in_loop__1 IN_PROGRESS',
      '  df IN_PROGRESS',
      '    Branch 1',
      '      in_fork IN_PROGRESS',
      '  dd IN_PROGRESS',
      '    deep IN_PROGRESS',
      'end IN_PROGRESS',
    ],
  );
});

test('tasks that the definition does not list follow at the end, and none is lost', () => {
  const skipped = { status: 'SKIPPED', taskType: 'do_it', seq: 0 };
  assert.deepEqual(drawn([run('s', skipped), run('b'), run('new__3')], [def('HUMAN', 'b')]), [
    'b IN_PROGRESS',
    's SKIPPED',
    'new__3 IN_PROGRESS',
  ]);
  assert.deepEqual(drawn([run('a'), run('b')]), ['a IN_PROGRESS', 'b IN_PROGRESS']);
});

test('a definition of any shape breaks nothing', () => {
  const odd = [null, 7, {}, { taskReferenceName: 'a', forkTasks: 'x', loopOver: {}, type: 3 }];
  assert.deepEqual(drawn([run('a')], odd as unknown as Defined[]), ['a IN_PROGRESS']);
});
