import { createConductorClient, task } from '../support/conductorClient.ts';
import { until } from '../support/until.ts';
import type { TypedTask } from './channel.ts';
import type { Plan } from './plan.ts';

export const connectionId = 'kill';

interface ServerTask {
  readonly taskId: string;
  readonly taskType: string;
  readonly referenceTaskName: string;
  readonly status: string;
  readonly outputData?: object;
}

/** Starts waiting tasks for one round, the tasks of a list side by side in one execution. */
export async function plantTasks(
  api: string,
  round: number,
  { kind, count }: Pick<Plan, 'kind' | 'count'>,
): Promise<readonly TypedTask[]> {
  const names = Array.from({ length: count }, (_, index) => `kill_${round}_${index}`);
  const groups = kind === 'list' ? [names] : names.map((name) => [name]);
  const planted = await Promise.all(groups.map((group) => plantGroup(api, group)));
  return planted.flat();
}

async function plantGroup(api: string, names: readonly string[]): Promise<readonly TypedTask[]> {
  const client = createConductorClient(api);
  const workflow = `flow_${names[0]}`;
  await client.register(workflow, [
    task('FORK_JOIN', 'fork', { forkTasks: names.map((name) => [task('HUMAN', name)]) }),
    task('JOIN', 'join', { joinOn: names }),
    task('HUMAN', 'afterwards'),
  ]);
  const execution = await client.start(workflow);
  const humans = await until('the waiting tasks', async () => {
    const found = (await tasksOf(api, execution)).filter(({ taskType }) => taskType === 'HUMAN');
    return found.length === names.length ? found : undefined;
  });
  return humans.map(({ taskId, referenceTaskName }) => ({
    ref: { connection: connectionId, workflow, execution, task: taskId },
    taskName: referenceTaskName,
    text: JSON.stringify({ by: referenceTaskName, amount: 7 }),
  }));
}

/** A task's status and output as the server shows them. */
export async function shownTask(
  api: string,
  { ref }: TypedTask,
): Promise<{ readonly status: string; readonly output: string }> {
  const found = (await tasksOf(api, ref.execution ?? '')).find(({ taskId }) => taskId === ref.task);
  if (found === undefined) throw new Error(`The server has no task ${ref.task}.`);
  return { status: found.status, output: JSON.stringify(found.outputData ?? {}) };
}

async function tasksOf(api: string, execution: string): Promise<readonly ServerTask[]> {
  const answer = await fetch(`${api}/workflow/${execution}?includeTasks=true`);
  return ((await answer.json()) as { readonly tasks: readonly ServerTask[] }).tasks;
}
