import { until } from './until.ts';

/** What the suite does beside the engine: registering and starting, which the engine has no call for. */
export interface ConductorClient {
  register(name: string, tasks: readonly object[]): Promise<void>;
  registerTask(definition: object): Promise<void>;
  start(name: string): Promise<string>;
  pause(execution: string): Promise<void>;
}

export function createConductorClient(api: string): ConductorClient {
  const askOnce = async (
    method: string,
    path: string,
    body?: unknown,
  ): Promise<string | undefined> => {
    const answer = await fetch(`${api}/${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (text.includes('SQLITE_BUSY')) return undefined;
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text;
  };
  // A server on SQLite refuses while another request writes; registering twice does no harm.
  const ask = (method: string, path: string, body?: unknown): Promise<string> =>
    until(`${method} ${path}`, () => askOnce(method, path, body));
  return {
    async register(name, tasks) {
      const definition = {
        name,
        version: 1,
        schemaVersion: 2,
        ownerEmail: 'test@example.com',
        timeoutSeconds: 0,
        tasks,
      };
      const text = await ask('PUT', 'metadata/workflow', [definition]);
      const { bulkErrorResults } = JSON.parse(text) as { bulkErrorResults: object };
      if (Object.keys(bulkErrorResults).length > 0) throw new Error(`register ${name}: ${text}`);
    },
    async registerTask(definition) {
      await ask('POST', 'metadata/taskdefs', [{ ownerEmail: 'test@example.com', ...definition }]);
    },
    // By body: a slash in a name cannot travel in the path.
    start: (name) => ask('POST', 'workflow', { name, version: 1, input: {} }),
    async pause(execution) {
      await ask('PUT', `workflow/${execution}/pause`);
    },
  };
}

/** A task of a workflow definition. */
export function task(type: string, reference: string, more: object = {}): object {
  return { name: reference, taskReferenceName: reference, type, inputParameters: {}, ...more };
}
