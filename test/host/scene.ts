import * as vscode from 'vscode';
import { createConductorClient, task } from '../support/conductorClient.ts';
import type { TestMock } from '../support/startMock.ts';
import { eventually } from './eventually.ts';

/** A task that waits on a server, with what is needed to look it up there. */
export interface WaitingTask {
  readonly connection: string;
  readonly execution: string;
  readonly id: string;
  readonly name: string;
}

/** A task as Conductor shows it. */
export interface ServerTask {
  readonly taskId: string;
  readonly referenceTaskName: string;
  readonly status: string;
  readonly updateTime: number;
  readonly outputData: Readonly<Record<string, unknown>>;
}

let count = 0;

/** Writes the connections into the user's settings, whatever they are. */
export async function connect(connections: readonly unknown[]): Promise<void> {
  await vscode.workspace
    .getConfiguration('workflowTasks')
    .update('connections', connections, vscode.ConfigurationTarget.Global);
}

/** Writes the connections into the workspace's settings, which its owner shares; undefined takes them away. */
export async function connectInWorkspace(
  connections: readonly unknown[] | undefined,
): Promise<void> {
  await vscode.workspace
    .getConfiguration('workflowTasks')
    .update('connections', connections, vscode.ConfigurationTarget.Workspace);
}

/** A connection of the settings. */
export function conductorConnection(id: string, url: string): Readonly<Record<string, unknown>> {
  return { id, name: `Test ${id}`, engine: 'conductor', url, environment: 'development' };
}

/** Starts a workflow of one HUMAN task and then another, by the server's own API. */
export async function plant(
  connection: string,
  api: string,
  name = 'approve',
  { after = {} }: { readonly after?: Readonly<Record<string, string>> } = {},
): Promise<WaitingTask> {
  const client = createConductorClient(api);
  const workflow = `flow_${Date.now()}_${(count += 1)}`;
  await client.register(workflow, [
    task('HUMAN', name),
    task('HUMAN', 'afterwards', { inputParameters: after }),
  ]);
  const execution = await client.start(workflow);
  const id = await eventually('the first task', async () => {
    const tasks = await serverTasks(api, execution);
    return tasks.find(({ referenceTaskName }) => referenceTaskName === name)?.taskId;
  });
  return { connection, execution, id, name };
}

/** The execution's tasks, read behind the extension's back. */
export async function serverTasks(api: string, execution: string): Promise<readonly ServerTask[]> {
  const answer = await fetch(`${api}/workflow/${execution}?includeTasks=true`);
  return ((await answer.json()) as { readonly tasks: readonly ServerTask[] }).tasks;
}

export async function serverTask(api: string, { execution, id }: WaitingTask): Promise<ServerTask> {
  const found = (await serverTasks(api, execution)).find(({ taskId }) => taskId === id);
  if (found === undefined) throw new Error(`The server has no task ${id}`);
  return found;
}

/** Somebody else completes the task, behind the extension's back. */
export async function completeElsewhere(
  api: string,
  { execution, id }: Pick<WaitingTask, 'execution' | 'id'>,
): Promise<void> {
  const answer = await fetch(`${api}/tasks`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ workflowInstanceId: execution, taskId: id, status: 'COMPLETED' }),
  });
  if (!answer.ok) throw new Error(await answer.text());
}

/** The requests that change a task, as the mock recorded them. */
export async function updateRequests(mock: TestMock) {
  const requests = await mock.requests();
  return requests.filter(({ method, path }) => method === 'POST' && path.startsWith('/api/tasks'));
}
