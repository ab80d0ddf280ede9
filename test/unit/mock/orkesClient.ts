import { createMock } from '../../../src/mock/mock.ts';

type Wire = Readonly<Record<string, unknown>>;

interface Answer {
  readonly status: number;
  /** Undefined where the answer is empty; text that is no JSON stays text. */
  readonly body: unknown;
}

/** A signed-in client of an Orkes server without a socket, whose time stands still. */
export async function createOrkesClient() {
  let time = 1_700_000_000_000;
  const orkes = { keys: { k1: 's1', k2: 's2' } };
  const mock = createMock({ seed: 'empty', now: () => time, orkes });

  async function ask(method: string, path: string, body?: unknown, token?: string) {
    const response = await mock.fetch(
      new Request(`http://mock.test/api${path}`, {
        method,
        headers: {
          'content-type': 'application/json',
          ...(token === undefined ? {} : { 'x-authorization': token }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') === true;
    const answer: Answer = {
      status: response.status,
      body: text === '' ? undefined : isJson ? JSON.parse(text) : text,
    };
    return answer;
  }

  const signIn = async (keyId: string, keySecret: string) => {
    const { body } = await ask('POST', '/token', { keyId, keySecret });
    return String((body as Wire)['token']);
  };
  const [first, second] = [await signIn('k1', 's1'), await signIn('k2', 's2')];
  const send = (method: string, path: string, body?: unknown) => ask(method, path, body, first);
  const read = async (path: string) => (await send('GET', path)).body as Wire;
  return {
    send,
    read,
    /** The same request by another application. */
    sendAsOther: (method: string, path: string, body?: unknown) => ask(method, path, body, second),
    pass(ms: number) {
      time += ms;
    },
    /** Registers a workflow with these tasks, starts it and returns the execution's id. */
    async begin(name: string, tasks: readonly object[], correlationId?: string): Promise<string> {
      const definition = { name, version: 1, schemaVersion: 2, tasks };
      await send('POST', '/metadata/workflow?overwrite=true', definition);
      return String((await send('POST', '/workflow', { name, correlationId })).body);
    },
    /** The execution's status, then `ref STATUS` of every task. */
    async outline(id: string): Promise<string> {
      const { status, tasks } = await read(`/workflow/${id}`);
      const lines = (tasks as Wire[]).map(
        (task) => `${String(task['referenceTaskName'])} ${String(task['status'])}`,
      );
      return [status, ...lines].join(', ');
    },
    async taskId(id: string, ref: string): Promise<string> {
      const { tasks } = await read(`/workflow/${id}`);
      const found = (tasks as Wire[]).find((task) => task['referenceTaskName'] === ref);
      return String(found?.['taskId']);
    },
  };
}

export const human = (ref: string, inputParameters: object = {}) => ({
  name: ref,
  taskReferenceName: ref,
  type: 'HUMAN',
  inputParameters,
});
