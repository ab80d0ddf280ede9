import { createConductorClient, task } from '../support/conductorClient.ts';

/** An execution with its tasks, for the client suites. */
export interface Run {
  readonly id: string;
  /** Task ids by reference name. */
  readonly tasks: Readonly<Record<string, string>>;
}

export interface ConductorScene {
  /** The HUMAN task `my ref` is open; `later` follows it. */
  human(): Promise<Run>;
  /** A WAIT task `pause` is open. */
  wait(): Promise<Run>;
  /** A worker's task `work` is scheduled. */
  worker(): Promise<Run>;
  /** The HUMAN task and the execution have failed. */
  failed(): Promise<Run>;
  read(path: string): Promise<Readonly<Record<string, unknown>>>;
}

export const workflows = { human: 'humans', wait: 'waits', worker: 'works' } as const;

/** Registers the workflows on a fresh server. @param signIn headers of an Orkes server */
export async function createConductorScene(
  api: string,
  signIn: Readonly<Record<string, string>> = {},
): Promise<ConductorScene> {
  const client = createConductorClient(api, signIn);
  await client.registerTask({ name: 'work', retryCount: 3, retryDelaySeconds: 0 });
  await client.register(workflows.human, [task('HUMAN', 'my ref'), task('HUMAN', 'later')]);
  await client.register(workflows.wait, [task('WAIT', 'pause')]);
  await client.register(workflows.worker, [task('SIMPLE', 'work')]);
  const read = async (path: string) =>
    JSON.parse(await client.read(path)) as Record<string, unknown>;

  async function start(name: string): Promise<Run> {
    const id = await client.start(name);
    const { tasks } = await read(`workflow/${id}`);
    const rows = tasks as readonly {
      readonly referenceTaskName: string;
      readonly taskId: string;
    }[];
    const ids = rows.map(({ referenceTaskName, taskId }) => [referenceTaskName, taskId]);
    return { id, tasks: Object.fromEntries(ids) as Record<string, string> };
  }

  return {
    read,
    human: () => start(workflows.human),
    wait: () => start(workflows.wait),
    worker: () => start(workflows.worker),
    async failed() {
      const run = await start(workflows.human);
      await fetch(`${api}/tasks/${run.id}/my%20ref/FAILED`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...signIn },
        body: '{}',
      });
      return run;
    },
  };
}
