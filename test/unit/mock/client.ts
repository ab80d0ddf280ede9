import { createMock, type Mock, type MockOptions } from '../../../src/mock/mock.ts';

/** The mock's answer. */
export interface Answer {
  readonly status: number;
  readonly type: string | null;
  readonly text: string;
}

/** The part of an execution that tests read. */
export interface SeenTask {
  readonly taskId: string;
  readonly referenceTaskName: string;
  readonly status: string;
  readonly retryCount: number;
  readonly seq: number;
  readonly inputData: Record<string, unknown>;
  readonly outputData: Record<string, unknown>;
  readonly subWorkflowId?: string;
  readonly workerId?: string;
  readonly endTime: number;
}

export interface SeenExecution {
  readonly status: string;
  readonly output: Record<string, unknown>;
  readonly reasonForIncompletion?: string;
  readonly tasks: readonly SeenTask[];
}

/** A mock without a socket, and helpers to call it. */
export interface Client {
  readonly mock: Mock;
  readonly send: (method: string, path: string, body?: unknown) => Promise<Answer>;
  readonly read: <T>(path: string) => Promise<T>;
  /** Registers a definition with these tasks, starts it and returns the execution's id. */
  readonly begin: (tasks: readonly unknown[], more?: object) => Promise<string>;
  readonly execution: (id: string) => Promise<SeenExecution>;
  /** The execution's status, then `ref STATUS` of every task in order. */
  readonly outline: (id: string) => Promise<string>;
}

export function createClient(options: MockOptions = {}): Client {
  const mock = createMock({ seed: 'empty', ...options });
  const send = async (method: string, path: string, body?: unknown): Promise<Answer> => {
    const base = path.startsWith('/__mock__') ? 'http://mock' : 'http://mock/api';
    const response = await mock.fetch(
      new Request(base + path, {
        method,
        ...(body === undefined
          ? {}
          : {
              body: typeof body === 'string' ? body : JSON.stringify(body),
              headers: { 'content-type': 'application/json' },
            }),
      }),
    );
    const { status, headers } = response;
    return { status, type: headers.get('content-type'), text: await response.text() };
  };
  const read = async <T>(path: string): Promise<T> =>
    JSON.parse((await send('GET', path)).text) as T;
  const execution = (id: string) => read<SeenExecution>(`/workflow/${id}`);
  return {
    mock,
    send,
    read,
    execution,
    async begin(tasks, more = {}) {
      await send('POST', '/metadata/workflow?overwrite=true', {
        name: 'w',
        version: 1,
        tasks,
        ...more,
      });
      return (await send('POST', '/workflow/w', {})).text;
    },
    async outline(id) {
      const { status, tasks } = await execution(id);
      return [status, ...tasks.map((task) => `${task.referenceTaskName} ${task.status}`)].join(
        ', ',
      );
    },
  };
}

export function task(type: string, ref: string, more: object = {}): object {
  return { name: ref, taskReferenceName: ref, type, ...more };
}
