import { strict as assert } from 'node:assert';

import { isEngineError } from '../../src/domain/engineError.ts';
import type { Execution, ExecutionFilter, Page, PageRequest } from '../../src/domain/execution.ts';
import { parseJson, stringifyJson } from '../../src/domain/json.ts';
import { task } from '../support/conductorClient.ts';
import type { RealCase } from './conductorFlows.ts';
import { createScene, type World } from './conductorScene.ts';
import { until } from '../support/until.ts';

const complete = { status: 'COMPLETED' } as const;
const oddNames = [
  'with/slash',
  'with;semicolon',
  'with\\backslash',
  'a%2Fb',
  'x__y',
  'ä ö 😀',
  '..',
];

async function listExecutions(
  { engine, signal }: World,
  filter: ExecutionFilter,
  page: PageRequest,
): Promise<Page<Execution>> {
  const found = await engine.listExecutions?.(filter, page, signal);
  assert.ok(found);
  return found;
}

/** Updates that must not be applied, and odd cases. */
export const conductorEdges: readonly RealCase[] = [
  {
    title: 'failing a HUMAN task stops the workflow, as its option says',
    async run(world) {
      for (const status of ['FAILED', 'FAILED_WITH_TERMINAL_ERROR', 'CANCELED']) {
        const scene = await world.play('stop', [task('HUMAN', 'review')]);
        const review = await scene.open('review');
        const option = review.options.statuses.find((o) => o.status === status);
        if (option === undefined) continue;
        assert.equal(option.stopsWorkflow, true);
        await scene.apply(review, { status, reason: 'because' });
        await scene.reaches(status === 'CANCELED' ? 'TERMINATED' : 'FAILED');
      }
    },
  },
  {
    title: 'a terminal task takes no update, by name or by id, and does not change',
    async run(world) {
      const scene = await world.play('terminal', [task('HUMAN', 'once'), task('HUMAN', 'next')]);
      const once = await scene.open('once');
      const done = await scene.apply(once, complete);
      assert.match(done.options.unavailable ?? '', /COMPLETED/);
      const byName = await scene.send(done, { status: 'FAILED' });
      assert.equal(byName.accepted, false);
      // By id, the server answers as if it had updated the task: only reading tells.
      await scene.send(done, { status: 'FAILED', reason: 'too late' });
      assert.deepEqual(await scene.again(once), done);
      assert.equal((await scene.detail()).execution.status, 'RUNNING');
    },
  },
  {
    title: 'an unknown reference name, workflow or task is not accepted',
    async run(world) {
      const scene = await world.play('unknown', [task('HUMAN', 'here')]);
      const here = await scene.open('here');
      const nowhere = { ...here, ref: { ...here.ref, execution: 'no-such-execution' } };
      const nothing = { ...here, ref: { ...here.ref, task: 'no-such-task' } };
      const reason = 'sent by id';
      const answers = [
        await scene.send({ ...here, name: 'elsewhere' }, complete),
        await scene.send(nowhere, complete),
        await scene.send(nowhere, { ...complete, reason }),
        await scene.send(nothing, { ...complete, reason }),
      ];
      assert.deepEqual(
        answers.map((answer) => answer.accepted),
        [false, false, false, false],
      );
      assert.equal(await world.engine.readTask(nothing.ref, world.signal), undefined);
      assert.equal(await world.engine.readTask(nowhere.ref, world.signal), undefined);
      assert.deepEqual(await scene.again(here), here);
    },
  },
  {
    title: 'an unknown execution is not found, in the words of the server',
    async run(world) {
      await assert.rejects(
        async () => await world.engine.readExecution?.('no-such-execution', world.signal),
        (error) => isEngineError(error, 'notFound') && /no-such-execution/.test(error.message),
      );
    },
  },
  {
    title: 'reference names of any kind can be updated',
    async run(world) {
      const scene = await world.play(
        'names',
        oddNames.map((name) => task('HUMAN', name, { name: 'ask' })),
      );
      for (const name of oddNames) {
        const done = await scene.apply(await scene.open(name), {
          ...complete,
          output: { kind: 'object', mode: 'merge', value: { name } },
        });
        assert.deepEqual(done.output, { name });
      }
      await scene.reaches('COMPLETED');
    },
  },
  {
    title: 'numbers keep their digits through an update that is sent whole',
    async run(world) {
      const scene = await world.play('digits', [task('HUMAN', 'review')]);
      const value = parseJson('{"id":12345678901234567890,"small":0.1}');
      assert.ok(typeof value === 'object' && value !== null && 'id' in value);
      const review = await scene.open('review');
      const output = { kind: 'object', mode: 'merge', value } as const;
      const saved = await scene.apply(review, { status: 'IN_PROGRESS', output });
      const done = await scene.apply(saved, { ...complete, reason: 'goes by id, with all of it' });
      assert.equal(stringifyJson(done.output ?? null), '{"id":12345678901234567890,"small":0.1}');
    },
  },
  {
    title: 'an output above the limit is refused before it is sent',
    async run(world) {
      const scene = await world.play('large', [task('HUMAN', 'review')]);
      const review = await scene.open('review');
      const output = (size: number) =>
        ({ kind: 'object', mode: 'merge', value: { text: 'x'.repeat(size) } }) as const;
      await assert.rejects(
        scene.send(review, { ...complete, output: output(11 * 1024 * 1024) }),
        (error) => isEngineError(error, 'tooLarge') && error.nothingApplied,
      );
      assert.deepEqual(await scene.again(review), review);
      await scene.apply(review, { ...complete, output: output(2 * 1024 * 1024) });
    },
  },
  {
    title: 'a paused execution says that nothing goes on, and still stores the update',
    async run(world) {
      const scene = await world.play('paused', [task('HUMAN', 'review'), task('HUMAN', 'next')]);
      await world.client.pause(scene.execution);
      const { execution } = await scene.reaches('PAUSED');
      assert.equal(execution.state, 'waiting');
      const review = await scene.open('review');
      assert.match(review.options.warnings.join(' '), /PAUSED/);
      await scene.apply(review, complete);
    },
  },
  {
    title: 'executions are listed newest first, in pages, by workflow, status, time and text',
    async run(world) {
      const started = Date.now() - 60_000;
      const scenes = [];
      const flow = [task('HUMAN', 'review')];
      for (let i = 0; i < 5; i++) scenes.push(await world.play('list', flow));
      const ids = scenes.map((scene) => scene.execution).reverse();
      const workflow = world.name('list');
      const list = async (filter: ExecutionFilter) => {
        const found: string[] = [];
        let cursor: string | undefined;
        do {
          const page = { size: 2, ...(cursor === undefined ? {} : { cursor }) };
          const { items, next } = await listExecutions(world, filter, page);
          found.push(...items.map((execution) => execution.id));
          cursor = next;
        } while (cursor !== undefined);
        return found;
      };
      await until('all of them in the index', async () =>
        (await list({ workflow })).length === 5 ? true : undefined,
      );
      assert.deepEqual(await list({ workflow }), ids);
      assert.deepEqual(await list({ workflow, statuses: ['RUNNING'], startedAfter: started }), ids);
      assert.deepEqual(await list({ workflow, statuses: ['FAILED'] }), []);
      assert.deepEqual(await list({ workflow, startedBefore: started }), []);
      assert.deepEqual(await list({ workflow, text: `${ids[2]}` }), [ids[2]]);
      const first = await listExecutions(world, { workflow }, { size: 2 });
      assert.equal(first.total, 5);
    },
  },
  {
    title: 'any text of an input finds its execution, whatever signs it has',
    async run(world) {
      const workflow = world.name('texts');
      await world.client.register(workflow, [task('HUMAN', 'review')]);
      const texts = [
        'ann@example.com',
        'two words',
        '1234.5',
        'a/b',
        '50% off',
        'say "hi"',
        'c:\\temp',
        "it's (so) [now] AND then",
        'snake_case',
        'snakeXcase',
        '-minus',
        'Müller',
      ];
      const ids: string[] = [];
      for (const value of texts) ids.push(await world.client.start(workflow, { value }));
      const find = async (text: string) => {
        const { items } = await listExecutions(world, { workflow, text }, { size: 50 });
        return items.map(({ id }) => id);
      };
      await until('all of them in the index', async () =>
        (await listExecutions(world, { workflow }, { size: 50 })).items.length === texts.length
          ? true
          : undefined,
      );
      for (const [index, text] of texts.entries()) {
        assert.deepEqual(await find(text), [ids[index]], text);
      }
      assert.deepEqual(await find('ann*com'), [ids[0]]);
      assert.deepEqual(await find('not "in" any'), []);
    },
  },
  {
    title: 'the oldest waiting tasks are found, of WAIT too, within the bound',
    async run(world) {
      const old = await world.play('oldest', [task('HUMAN', 'review')]);
      const pause = await world.play('pause', [task('WAIT', 'pause')]);
      await old.open('review');
      await pause.open('pause');
      const found = await world.engine.listWaiting?.(6_000, world.signal);
      assert.ok(found);
      const starts = found.tasks.map(({ startedAt = 0 }) => startedAt);
      assert.deepEqual(
        starts,
        starts.toSorted((a, b) => a - b),
      );
      const places = found.tasks.map(({ ref }) => ref.execution);
      const [first, second] = [old, pause].map(({ execution }) => places.indexOf(execution));
      assert.ok(first !== undefined && second !== undefined && first >= 0 && first < second);
    },
  },
  {
    title: 'workflow names of any kind are listed and filtered by',
    async run(world) {
      for (const odd of ['two words', 'one,two', "it's", 'a (b)', 'x AND y', 'a/b', 'ü%25😀']) {
        const scene = await world.play(odd, [task('HUMAN', 'review')]);
        const workflow = world.name(odd);
        await until(`an execution of ${odd}`, async () => {
          const page = await listExecutions(world, { workflow }, { size: 5 });
          const ids = page.items.map((execution) => execution.id);
          return ids.includes(scene.execution) && ids.length === 1 ? true : undefined;
        });
        const all = await world.engine.listWorkflows({ size: 10_000 }, world.signal);
        assert.ok(all.items.some((item) => item.id === workflow));
      }
    },
  },
  {
    title: 'two open tasks of one execution are told apart by id',
    async run(world) {
      const scene = await world.play('twins', [
        task('FORK_JOIN', 'fork', { forkTasks: [[task('HUMAN', 'a')], [task('HUMAN', 'b')]] }),
        task('JOIN', 'join', { joinOn: ['a', 'b'] }),
      ]);
      const a = await scene.open('a');
      await scene.apply(await scene.open('b'), complete);
      assert.deepEqual(await createScene(world.engine, scene.execution, world.signal).again(a), a);
    },
  },
];
