/** Raw requests for what the engine cannot do: defining and running workflows. */
export interface CogniteClient {
  /** Sends a request below the project's /workflows; fails on any status but 2xx. */
  ask(method: string, path: string, body?: unknown): Promise<CogniteAnswer>;
  define(workflow: string, tasks: readonly object[], version?: string): Promise<void>;
  /** Starts a run and returns its id. */
  run(workflow: string, version?: string, input?: object): Promise<string>;
  details(execution: string): Promise<CogniteAnswer>;
}

/** Unchecked answers: tests read a few fields of them. */
export interface CogniteAnswer {
  readonly [key: string]: unknown;
  readonly id: string;
  readonly status: string;
  readonly items: readonly CogniteAnswer[];
  readonly executedTasks: readonly CogniteAnswer[];
}

export function createCogniteClient(
  base: string,
  { project = 'demo', token = 'a-token' }: { project?: string; token?: string } = {},
): CogniteClient {
  const ask: CogniteClient['ask'] = async (method, path, body) => {
    const answer = await fetch(`${base}/api/v1/projects/${project}/workflows${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return JSON.parse(text) as CogniteAnswer;
  };
  return {
    ask,
    async define(workflow, tasks, version = '1') {
      await ask('POST', '', { items: [{ externalId: workflow }] });
      const definition = { workflowExternalId: workflow, version, workflowDefinition: { tasks } };
      await ask('POST', '/versions', { items: [definition] });
    },
    async run(workflow, version = '1', input = {}) {
      const [name, number] = [workflow, version].map(encodeURIComponent);
      const body = { authentication: { nonce: 'n' }, input };
      return (await ask('POST', `/${name}/versions/${number}/run`, body)).id;
    },
    details: (execution) => ask('GET', `/executions/${execution}`),
  };
}

/** A function task that waits until somebody completes it. */
export function waitingTask(externalId: string, more: object = {}): object {
  return {
    externalId,
    type: 'function',
    parameters: { function: { externalId: 'fn-ask' }, isAsyncComplete: true },
    ...more,
  };
}

/** A task that the engine completes by itself. */
export function requestTask(externalId: string, more: object = {}): object {
  return {
    externalId,
    type: 'cdf',
    parameters: { cdfRequest: { resourcePath: '/timeseries', method: 'GET' } },
    ...more,
  };
}
