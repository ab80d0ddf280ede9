import { strict as assert } from 'node:assert';

import type { Engine } from '../../src/domain/engine.ts';
import { executionTasks } from '../../src/domain/executionTasks.ts';
import type { JsonObject } from '../../src/domain/json.ts';
import type { Task, TaskRef } from '../../src/domain/task.ts';
import type { TaskUpdate } from '../../src/domain/taskUpdate.ts';
import { contract, readTask, requestsOf, signal, statusOf } from './contract.ts';
import type { Stage } from './subject.ts';

/** The most requests that opening a document may cost. */
const mostRequests = 4;

function completion(task: Task, value: JsonObject): TaskUpdate {
  const status = statusOf(task, 'complete');
  return task.options.output?.kind === 'text'
    ? { status, output: { kind: 'text', text: JSON.stringify(value) } }
    : { status, output: { kind: 'object', mode: 'merge', value } };
}

/** Completes a task with an output, and then every task that waits after it. */
async function complete(engine: Engine, ref: TaskRef, value: JsonObject): Promise<void> {
  const task = await readTask(engine, ref);
  await engine.send(task, completion(task, value), signal);
  const detail =
    ref.execution === undefined ? undefined : await engine.readExecution?.(ref.execution, signal);
  const next = executionTasks(detail?.nodes ?? []).find(
    ({ terminal, options }) => !terminal && options.unavailable === undefined,
  );
  if (next !== undefined) await complete(engine, next.ref, {});
}

async function hintsOf({ engine }: Stage, task: Task) {
  const hints = await engine.outputHints?.(task, signal);
  assert.ok(hints, 'the engine has no hints');
  return hints;
}

contract('hinting', (it) => {
  it('earlier outputs are returned, without the task’s own', async (stage, subject) => {
    const { engine, plant } = stage;
    await complete(engine, await plant(), { approved: true, by: 'kari' });
    const task = await readTask(engine, await plant());
    const { earlier } = await hintsOf(stage, task);
    // Without an index only running executions can be found.
    if (!subject.isIndexed) {
      assert.deepEqual(earlier, []);
      return;
    }
    const values = earlier.map(({ value }) =>
      typeof value === 'string' ? JSON.parse(value) : value,
    );
    assert.ok(values.some((value) => JSON.stringify(value) === '{"approved":true,"by":"kari"}'));
    assert.ok(earlier.every(({ source, endedAt = 0 }) => source !== '' && endedAt > 0));
  });

  it('only a few reads are made', async (stage) => {
    const { engine, plant } = stage;
    for (let count = 0; count < 4; count++) await complete(engine, await plant(), { count });
    const task = await readTask(engine, await plant());
    const asked = await requestsOf(stage, () => hintsOf(stage, task));
    assert.ok(asked.length <= mostRequests, asked.join('\n'));
    assert.ok(
      asked.every((line) => /^GET |^POST .*\/list$/.test(line)),
      asked.join('\n'),
    );
  });

  it('a missing or forbidden addition to the task is no error', async (stage) => {
    const { engine, plant, mock, errorBody } = stage;
    const task = await readTask(engine, await plant());
    const paths = ['search', '/list$', 'taskdefs', 'history', 'agents/'];
    for (const status of [403, 404, 500]) {
      await mock.setFaults(
        ...paths.map((path) => ({
          path,
          count: 0,
          fault: { kind: 'status' as const, status, body: errorBody(status, 'no') },
        })),
      );
      const { earlier, schema } = await hintsOf(stage, task);
      assert.deepEqual({ earlier, schema }, { earlier: [], schema: undefined });
    }
  });
});
