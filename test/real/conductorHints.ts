import { strict as assert } from 'node:assert';

import { isJsonObject, jsonEquals, parseJson } from '../../src/domain/json.ts';
import type { Task } from '../../src/domain/task.ts';
import type { TaskUpdate } from '../../src/domain/taskUpdate.ts';
import { task } from '../support/conductorClient.ts';
import { until } from '../support/until.ts';
import type { RealCase } from './conductorFlows.ts';
import type { Scene, World } from './conductorScene.ts';

const value = { decision: { by: 'kari' }, n: 1 };
const output = { kind: 'object', mode: 'merge', value } as const;

/** Sends exactly the preview's request, and reads the task again. */
async function sendShown(
  { engine, signal }: World,
  scene: Scene,
  open: Task,
  update: TaskUpdate,
): Promise<Task> {
  const shown = await engine.preview?.(open, update, signal);
  assert.ok(shown);
  const { url, ...request } = shown;
  const answer = await fetch(url, request);
  assert.equal(answer.status, 200, await answer.text());
  return await scene.again(open);
}

async function hintsOf({ engine, signal }: World, open: Task) {
  const hints = await engine.outputHints?.(open, signal);
  assert.ok(hints);
  return hints;
}

/** Tests of the preview and the hints before an update. */
export const conductorHints: readonly RealCase[] = [
  {
    title: 'the request that a preview shows does what the update does',
    async run(world) {
      const scene = await world.play('preview', [
        task('HUMAN', "it's the one"),
        task('HUMAN', 'b'),
      ]);
      const first = await scene.open("it's the one");
      const done = await sendShown(world, scene, first, { status: 'COMPLETED', output });
      assert.deepEqual([done.status, done.output], ['COMPLETED', value]);

      const second = await scene.open('b');
      const update = { output, status: 'FAILED', reason: 'it’s "so"', fields: { log: ['one'] } };
      const failed = await sendShown(world, scene, second, update);
      assert.deepEqual([failed.status, failed.reason], ['FAILED', update.reason]);
      assert.deepEqual(failed.output, value);
    },
  },
  {
    title: 'the definition’s keys and schema and who reads the output are told',
    async run(world) {
      const name = world.name('hinted');
      const schema = { type: 'object', properties: { decision: { type: 'object' } } };
      await world.client.registerTask({
        name,
        outputKeys: ['decision', 'rate'],
        outputSchema: { name: `${name}_schema`, version: 1, type: 'JSON', data: schema },
      });
      const by = { by: '${review.output.decision.by}' };
      const scene = await world.play('hints', [
        task('HUMAN', 'review', { name }),
        task('SWITCH', 'route', {
          evaluatorType: 'value-param',
          expression: 'by',
          inputParameters: by,
          decisionCases: { kari: [task('HUMAN', 'inside', { inputParameters: by })] },
        }),
      ]);
      const { keys, schema: told } = await hintsOf(world, await scene.open('review'));
      assert.deepEqual(keys, [
        { path: ['decision'], source: 'promised by the task definition' },
        { path: ['rate'], source: 'promised by the task definition' },
        { path: ['decision', 'by'], source: 'read by route, read by inside' },
      ]);
      assert.deepEqual(told, schema);
    },
  },
  {
    title: 'what was handed in to the same definition before comes back, digit for digit',
    async run(world) {
      const name = world.name('again');
      const tasks = [task('HUMAN', 'review', { name })];
      const earlier = await world.play('earlier', tasks);
      const big = parseJson('{"n":12345678901234567890}');
      assert.ok(isJsonObject(big));
      const open = await earlier.open('review');
      await earlier.apply(open, { status: 'COMPLETED', output: { ...output, value: big } });
      await earlier.reaches('COMPLETED');

      const scene = await world.play('earlier', tasks);
      const now = await scene.open('review');
      const found = await until('the earlier output', async () => {
        const { earlier: all } = await hintsOf(world, now);
        return all[0];
      });
      assert.ok(isJsonObject(found.value) && jsonEquals(found.value, big));
      assert.ok((found.endedAt ?? 0) > 0);
      assert.match(found.source, /^review of /);
    },
  },
  {
    title: 'a task without a registered definition has no keys, and that is no error',
    async run(world) {
      const scene = await world.play('unhinted', [
        task('HUMAN', 'review', { name: world.name('no/such') }),
      ]);
      const { keys, schema } = await hintsOf(world, await scene.open('review'));
      assert.deepEqual([keys, schema], [[], undefined]);
    },
  },
];
