import { strict as assert } from 'node:assert';

import { task } from '../support/conductorClient.ts';
import { drawTree } from '../support/drawTree.ts';
import { createScene, type World } from './conductorScene.ts';
import { until } from '../support/until.ts';

/** One case: a sentence and its proof, which throws where the sentence is not true. */
export interface RealCase {
  readonly title: string;
  run(world: World): Promise<void>;
}

const complete = { status: 'COMPLETED' } as const;
const twoRounds = 'if ($.loop["iteration"] < 2) { true; } else { false; }';

/** Workflows with every kind of task, driven to their end by the engine's updates alone. */
export const conductorFlows: readonly RealCase[] = [
  {
    title: 'a HUMAN task is saved, then completed, and its output is merged',
    async run(world) {
      const scene = await world.play('human', [task('HUMAN', 'review')]);
      const review = await scene.open('review');
      assert.equal(review.state, 'waiting');
      await scene.apply(review, {
        status: 'IN_PROGRESS',
        output: { kind: 'object', mode: 'merge', value: { draft: true, n: 1 } },
      });
      const saved = await scene.again(review);
      assert.deepEqual(saved.output, { draft: true, n: 1 });
      const done = await scene.apply(saved, {
        ...complete,
        output: { kind: 'object', mode: 'merge', value: { n: 2 } },
      });
      assert.deepEqual(done.output, { draft: true, n: 2 });
      await scene.reaches('COMPLETED');
    },
  },
  {
    title: 'a WAIT task is completed by hand',
    async run(world) {
      const scene = await world.play('wait', [
        task('WAIT', 'pause'),
        task('WAIT', 'timed', { inputParameters: { duration: '1 hours' } }),
      ]);
      const pause = await scene.open('pause');
      assert.equal(pause.state, 'waiting');
      await scene.apply(pause, complete);
      const timed = await scene.open('timed');
      assert.match(timed.options.warnings.join(' '), /by itself/);
      await scene.apply(timed, complete);
      await scene.reaches('COMPLETED');
    },
  },
  {
    title: 'a worker task fails, its next try is requeued and completed in place of a worker',
    async run(world) {
      const name = world.name('work');
      await world.client.registerTask({ name, retryCount: 1, retryDelaySeconds: 0 });
      const scene = await world.play('retry', [task('SIMPLE', 'work', { name })]);
      const first = await scene.open('work');
      const fail = first.options.statuses.find((option) => option.status === 'FAILED');
      assert.equal(fail?.stopsWorkflow, undefined);
      const failed = await scene.apply(first, { status: 'FAILED', reason: 'not today' });
      assert.equal(failed.reason, 'not today');

      const second = await scene.open('work');
      assert.equal(second.attempt, 1);
      const last = second.options.statuses.find((option) => option.status === 'FAILED');
      assert.equal(last?.stopsWorkflow, true);
      const queued = await scene.apply(second, { status: 'IN_PROGRESS' });
      assert.equal(queued.status, 'SCHEDULED');
      await scene.apply(queued, {
        ...complete,
        fields: { workerId: 'somebody', log: ['one', 'two'] },
        output: { kind: 'object', mode: 'replace', value: { by: 'hand' } },
      });
      const end = await scene.reaches('COMPLETED');
      assert.deepEqual(drawTree(end.nodes), ['work COMPLETED +1']);
      const done = await scene.again(second);
      assert.deepEqual([done.worker, done.output], ['somebody', { by: 'hand' }]);
    },
  },
  {
    title: 'an optional task fails and the workflow goes on',
    async run(world) {
      const scene = await world.play('optional', [
        task('HUMAN', 'maybe', { optional: true }),
        task('HUMAN', 'then'),
      ]);
      const maybe = await scene.open('maybe');
      const fail = maybe.options.statuses.find((option) => option.status === 'FAILED');
      assert.equal(fail?.stopsWorkflow, undefined);
      await scene.apply(maybe, { status: 'FAILED' });
      await scene.apply(await scene.open('then'), complete);
      await scene.reaches('COMPLETED');
    },
  },
  {
    title: 'a SWITCH shows the branch that it chose',
    async run(world) {
      const scene = await world.play('switch', [
        task('SWITCH', 'choose', {
          evaluatorType: 'value-param',
          expression: 'way',
          inputParameters: { way: 'left' },
          decisionCases: { left: [task('HUMAN', 'inLeft')], right: [task('HUMAN', 'inRight')] },
          defaultCase: [],
        }),
      ]);
      await scene.apply(await scene.open('inLeft'), complete);
      const end = await scene.reaches('COMPLETED');
      assert.deepEqual(drawTree(end.nodes), ['choose COMPLETED', 'inLeft COMPLETED']);
    },
  },
  {
    title: 'a FORK shows its branches and its JOIN takes no update',
    async run(world) {
      const scene = await world.play('fork', [
        task('FORK_JOIN', 'fork', { forkTasks: [[task('HUMAN', 'a')], [task('WAIT', 'b')]] }),
        task('JOIN', 'join', { joinOn: ['a', 'b'] }),
      ]);
      await scene.apply(await scene.open('a'), complete);
      const join = await scene.open('join');
      assert.match(join.options.unavailable ?? '', /JOIN/);
      await scene.apply(await scene.open('b'), complete);
      const end = await scene.reaches('COMPLETED');
      assert.deepEqual(drawTree(end.nodes), [
        'fork COMPLETED',
        '  Branch 1',
        '    a COMPLETED',
        '  Branch 2',
        '    b COMPLETED',
        'join COMPLETED',
      ]);
    },
  },
  {
    title: 'a dynamic fork shows the tasks that it started',
    async run(world) {
      const forks = [task('HUMAN', 'd1'), task('HUMAN', 'd2')];
      const scene = await world.play('dynamic', [
        task('FORK_JOIN_DYNAMIC', 'fork', {
          inputParameters: { forks, inputs: { d1: {}, d2: {} } },
          dynamicForkTasksParam: 'forks',
          dynamicForkTasksInputParamName: 'inputs',
        }),
        task('JOIN', 'join'),
      ]);
      await scene.apply(await scene.open('d1'), complete);
      await scene.apply(await scene.open('d2'), complete);
      const end = await scene.reaches('COMPLETED');
      assert.deepEqual(drawTree(end.nodes), [
        'fork COMPLETED',
        '  d1 COMPLETED',
        '  d2 COMPLETED',
        'join COMPLETED',
      ]);
    },
  },
  {
    title: 'a DO_WHILE shows its rounds',
    async run(world) {
      const scene = await world.play('loop', [
        task('DO_WHILE', 'loop', { loopCondition: twoRounds, loopOver: [task('HUMAN', 'ask')] }),
      ]);
      await scene.apply(await scene.open('ask__1'), complete);
      const second = await scene.open('ask__2');
      assert.equal(second.iteration, 2);
      await scene.apply(second, complete);
      const end = await scene.reaches('COMPLETED');
      assert.deepEqual(drawTree(end.nodes), [
        'loop COMPLETED',
        '  Iteration 1',
        '    ask__1 COMPLETED',
        '  Iteration 2',
        '    ask__2 COMPLETED',
      ]);
    },
  },
  {
    title: 'a SUB_WORKFLOW names its child, and completing the child completes it',
    async run(world) {
      await world.client.register(world.name('child'), [task('HUMAN', 'inChild')]);
      const scene = await world.play('parent', [
        task('SUB_WORKFLOW', 'sub', {
          subWorkflowParam: { name: world.name('child'), version: 1 },
        }),
      ]);
      const child = await until('the child execution', async () => (await scene.open('sub')).child);
      assert.equal(child.workflow, world.name('child'));
      const inside = createScene(world.engine, child.execution, world.signal);
      await inside.apply(await inside.open('inChild'), complete);
      await inside.reaches('COMPLETED');
      await scene.reaches('COMPLETED');
    },
  },
  {
    title: 'a system task that completes from outside is waiting',
    async run(world) {
      const scene = await world.play('event', [
        task('EVENT', 'event', { sink: 'conductor:nobody', asyncComplete: true }),
      ]);
      const event = await until('the event as IN_PROGRESS', async () => {
        const found = await scene.open('event');
        return found.status === 'IN_PROGRESS' ? found : undefined;
      });
      assert.equal(event.state, 'waiting');
      await scene.apply(event, complete);
      await scene.reaches('COMPLETED');
    },
  },
];
