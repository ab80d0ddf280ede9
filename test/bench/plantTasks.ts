import pLimit from 'p-limit';
import { executionTasks } from '../../src/domain/executionTasks.ts';
import type { Engine } from '../../src/domain/engine.ts';
import type { Task, TaskRef } from '../../src/domain/task.ts';
import type { TaskUpdate } from '../../src/domain/taskUpdate.ts';
import { createCogniteClient, waitingTask } from '../support/cogniteClient.ts';
import { createConductorClient, task } from '../support/conductorClient.ts';
import type { TestMock } from '../support/startMock.ts';
import { createXpanderClient } from '../support/xpanderClient.ts';
import type { EngineName } from './benchProduct.ts';

const atOnce = 16;
const value = {
  approved: true,
  by: 'a.person@example.com',
  comment: 'The invoice is the one that was ordered; pay it.',
  amount: 1250,
  lines: [1, 2, 3],
};

/** What each task is sent: a status and an output of some 150 bytes. */
export const updates: Readonly<Record<EngineName, TaskUpdate>> = {
  conductor: { status: 'COMPLETED', output: { kind: 'object', mode: 'merge', value } },
  cognite: { status: 'COMPLETED', output: { kind: 'object', mode: 'merge', value } },
  xpander: { status: 'completed', output: { kind: 'text', text: JSON.stringify(value) } },
};

const { signal } = new AbortController();

/** Empties the mock, makes so many waiting tasks, and reads each as a person would have seen it. */
export async function plantTasks(
  mock: TestMock,
  name: EngineName,
  engine: Engine,
  count: number,
): Promise<readonly Task[]> {
  await mock.reset();
  const plant = await planters[name](mock, engine);
  const refs = await pLimit(atOnce).map(Array.from({ length: count }), plant);
  // By then all work of the server's own is done, and the tasks change no more by themselves.
  await mock.advanceClock(60_000);
  return await pLimit(atOnce).map(refs, async (ref) => {
    const seen = await engine.readTask(ref, signal);
    if (seen === undefined) throw new Error('A planted task is gone.');
    return seen;
  });
}

type Planter = (mock: TestMock, engine: Engine) => Promise<() => Promise<TaskRef>>;

const planters: Readonly<Record<EngineName, Planter>> = {
  async conductor(mock, engine) {
    const client = createConductorClient(mock.conductorUrl);
    await client.register('flow', [task('HUMAN', 'review')]);
    return async () => {
      const detail = await engine.readExecution?.(await client.start('flow'), signal);
      const [first] = executionTasks(detail?.nodes ?? []);
      if (first === undefined) throw new Error('The execution has no task.');
      return first.ref;
    };
  },

  async cognite(mock) {
    const client = createCogniteClient(mock.cogniteUrl);
    await client.define('flow', [waitingTask('review', { retries: 0, timeout: 43_200 })]);
    return async () => {
      const execution = await client.run('flow');
      const [first] = (await client.details(execution)).executedTasks;
      if (first === undefined) throw new Error('The execution has no task.');
      return { connection: 'cognite', workflow: 'flow', execution, task: first.id };
    };
  },

  async xpander(mock) {
    const client = createXpanderClient(mock.xpanderUrl);
    const agent = await client.addAgent('flow');
    return async () => ({
      connection: 'xpander',
      workflow: agent,
      task: await client.reportTask(agent, { title: 'review', status: 'paused' }),
    });
  },
};
