import { createConductorEngine } from '../../src/engines/conductor/conductorEngine.ts';
import { createNodeTransport } from '../../src/http/nodeTransport.ts';
import { createConductorClient, orkesHeaders, task } from '../support/conductorClient.ts';
import type { MockOptions } from '../../src/mock/mock.ts';
import { startMock } from '../support/startMock.ts';
import type { Names, Stage, StageOptions, Subject } from './subject.ts';

/** The key that every test of Orkes signs in with. */
export const orkesKey = { id: 'key-of-the-test', secret: 'secret-of-the-test' };

export function conductorSubject(name: string, server: MockOptions = {}): Subject {
  return {
    kind: 'conductor',
    name,
    isIndexed: server.index ?? true,
    listsAcross: true,
    reopens: false,
    updatesById: false,
    startsByPath: false,
    renewsToken: server.orkes !== undefined,
    start: (options = {}) => startStage(server, options),
  };
}

async function startStage(server: MockOptions, { timeoutMs }: StageOptions): Promise<Stage> {
  const mock = await startMock({ seed: 'empty', ...server });
  const isOrkes = server.orkes !== undefined;
  const headers = isOrkes ? await orkesHeaders(mock.conductorUrl, orkesKey) : {};
  const lines: string[] = [];
  const engine = createConductorEngine(
    {
      id: 'c1',
      name: 'mock',
      engine: 'conductor',
      url: mock.conductorUrl,
      environment: 'development',
      readOnly: false,
      details: isOrkes ? { keyId: orkesKey.id } : {},
    },
    {
      secret: async () => orkesKey.secret,
      transport: createNodeTransport(),
      clock: { now: () => Date.now(), wait: async () => undefined },
      log: { debug: (line) => lines.push(line) },
      retry: { retries: 2, firstPauseMs: 1, longestPauseMs: 5_000 },
      ...(timeoutMs === undefined ? {} : { timeoutMs }),
    },
  );
  const client = createConductorClient(mock.conductorUrl, headers);
  return {
    engine,
    mock,
    lines,
    paths: { readTask: '^/api/tasks/[^/]+$', update: '^/api/tasks' },
    readRaw: async ({ task }) => await client.read(`tasks/${task}`),
    errorBody: (status, message) => JSON.stringify({ status, message, retryable: false }),
    async plant(names: Names = {}) {
      const { workflow = 'flow', task: name = 'review' } = names;
      await client.register(workflow, [
        task('HUMAN', name, { name: 'human_review' }),
        task('HUMAN', 'afterwards', { name: 'human_review' }),
      ]);
      const execution = await client.start(workflow);
      const detail = await engine.readExecution?.(execution, new AbortController().signal);
      const [first] = detail?.nodes ?? [];
      if (first?.kind !== 'task') throw new Error('the execution has no task');
      return first.task.ref;
    },
  };
}
