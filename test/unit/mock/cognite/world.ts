import { createClock, type MockClock } from '../../../../src/mock/clock.ts';
import { type Cognite, createCognite } from '../../../../src/mock/cognite/cognite.ts';
import type { CogniteSettings } from '../../../../src/mock/cognite/cogniteSettings.ts';
import { isObject, type JsonObject, parseJson } from '../../../../src/mock/json.ts';

export interface Answer {
  readonly status: number;
  readonly body: JsonObject;
  readonly headers: Headers;
}

/** An empty project "p" whose clock only a test moves. */
export interface World {
  readonly clock: MockClock;
  readonly cognite: Cognite;
  /** Sends a request below the project's /workflows. */
  ask(
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer>;
  define(workflow: string, ...tasks: readonly object[]): Promise<void>;
  /** Starts a run of version 1 and returns its id. */
  run(workflow: string, input?: object): Promise<string>;
  /** The execution's status, then "externalId STATUS" of each task. */
  look(execution: string): Promise<readonly string[]>;
  /** The id of the newest attempt of a task. */
  taskId(execution: string, externalId: string): Promise<string>;
  update(taskId: string, status: string, output?: object): Promise<Answer>;
}

export function createWorld(settings: Partial<CogniteSettings> = {}): World {
  const clock = createClock(() => 1_763_700_000_000);
  const cognite = createCognite({ clock, seed: 'empty', settings });
  const ask: World['ask'] = async (method, path, body, headers) => {
    const request = new Request(`http://mock/api/v1/projects/p/workflows${path}`, {
      method,
      headers: { authorization: 'Bearer token', ...headers },
      ...(body === undefined
        ? {}
        : { body: body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body) }),
    });
    return await answerOf(await cognite.fetch(request));
  };
  const tasksOf = async (execution: string) => {
    const { body } = await ask('GET', `/executions/${execution}`);
    return { body, tasks: listOf(body['executedTasks']) };
  };
  return {
    clock,
    cognite,
    ask,
    async define(workflow, ...tasks) {
      await demand(ask('POST', '', { items: [{ externalId: workflow }] }));
      const version = { workflowExternalId: workflow, version: '1', workflowDefinition: { tasks } };
      await demand(ask('POST', '/versions', { items: [version] }));
    },
    async run(workflow, input) {
      const body = { authentication: { nonce: 'n' }, ...(input === undefined ? {} : { input }) };
      const path = `/${encodeURIComponent(workflow)}/versions/1/run`;
      return textOf((await demand(ask('POST', path, body))).body['id']);
    },
    async look(execution) {
      const { body, tasks } = await tasksOf(execution);
      const lines = tasks.map((task) => `${textOf(task['externalId'])} ${textOf(task['status'])}`);
      return [textOf(body['status']), ...lines];
    },
    async taskId(execution, externalId) {
      const { tasks } = await tasksOf(execution);
      return textOf(tasks.findLast((task) => task['externalId'] === externalId)?.['id']);
    },
    update: (taskId, status, output) => ask('POST', `/tasks/${taskId}/update`, { status, output }),
  };
}

export async function answerOf(response: Response | undefined): Promise<Answer> {
  if (response === undefined) throw new Error('the path is none of this API');
  const body = parseJson(await response.text());
  if (!isObject(body)) throw new Error('the answer is no object');
  return { status: response.status, body, headers: response.headers };
}

export function listOf(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter((item: unknown) => isObject(item)) : [];
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The message of an error in its envelope. */
export function messageOf({ body }: Answer): string {
  const error = body['error'];
  return isObject(error) ? textOf(error['message']) : '';
}

async function demand(answer: Promise<Answer>): Promise<Answer> {
  const { status, ...rest } = await answer;
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(rest.body)}`);
  return { status, ...rest };
}

export const waiting = (externalId: string, more: object = {}) => ({
  externalId,
  type: 'function',
  parameters: { function: { externalId: 'fn' }, isAsyncComplete: true },
  ...more,
});
export const working = (externalId: string, more: object = {}) => ({
  externalId,
  type: 'function',
  parameters: { function: { externalId: `fn-${externalId}` } },
  ...more,
});
export const after = (...ids: readonly string[]) => ({
  dependsOn: ids.map((externalId) => ({ externalId })),
});
