import { until } from './until.ts';

/** Raw requests for what the engine cannot do: registering and starting workflows. */
export interface ConductorClient {
  register(name: string, tasks: readonly object[]): Promise<void>;
  registerTask(definition: object): Promise<void>;
  start(name: string, input?: object): Promise<string>;
  /** The unchanged text of an answer. */
  read(path: string): Promise<string>;
  pause(execution: string): Promise<void>;
}

/** The sign-in of an Orkes server, as headers for every request. */
export async function orkesHeaders(
  api: string,
  key: { readonly id: string; readonly secret: string },
): Promise<Record<string, string>> {
  const answer = await fetch(`${api}/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ keyId: key.id, keySecret: key.secret }),
  });
  const { token = '' } = (await answer.json()) as { token?: string };
  return { 'x-authorization': token };
}

export function createConductorClient(
  api: string,
  signIn: Readonly<Record<string, string>> = {},
): ConductorClient {
  const askOnce = async (
    method: string,
    path: string,
    body?: unknown,
  ): Promise<string | undefined> => {
    const answer = await fetch(`${api}/${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...signIn },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (text.includes('SQLITE_BUSY')) return undefined;
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text;
  };
  // A server on SQLite fails while another request writes. Registering twice is harmless.
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
    // The name is in the body: a path cannot contain a slash of a name.
    start: (name, input = {}) => ask('POST', 'workflow', { name, version: 1, input }),
    read: (path) => ask('GET', path),
    async pause(execution) {
      await ask('PUT', `workflow/${execution}/pause`);
    },
  };
}

/** A task of a workflow definition. */
export function task(type: string, reference: string, more: object = {}): object {
  return { name: reference, taskReferenceName: reference, type, inputParameters: {}, ...more };
}
