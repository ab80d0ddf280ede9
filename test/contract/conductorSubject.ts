import { createConductorEngine } from '../../src/engines/conductor/engine.ts';
import { createNodeTransport } from '../../src/http/nodeTransport.ts';
import { createConductorClient, task } from '../support/conductorClient.ts';
import { startMock } from '../support/startMock.ts';
import type { Names, Stage, StageOptions, Subject } from './subject.ts';

export function conductorSubject(version: string | undefined, index: boolean): Subject {
  return {
    kind: 'conductor',
    name: `conductor ${version ?? 'newest'}${index ? '' : ' without index'}`,
    isIndexed: index,
    listsAcross: true,
    reopens: false,
    updatesById: false,
    start: (options = {}) => startStage(version, index, options),
  };
}

async function startStage(
  version: string | undefined,
  index: boolean,
  { timeoutMs }: StageOptions,
): Promise<Stage> {
  const mock = await startMock({
    seed: 'empty',
    index,
    ...(version === undefined ? {} : { conductorVersion: version }),
  });
  const lines: string[] = [];
  const engine = createConductorEngine(
    {
      id: 'c1',
      name: 'mock',
      engine: 'conductor',
      url: mock.conductorUrl,
      environment: 'development',
      readOnly: false,
      details: {},
    },
    {
      transport: createNodeTransport(),
      clock: { now: () => Date.now(), wait: async () => undefined },
      log: { debug: (line) => lines.push(line) },
      retry: { retries: 2, firstPauseMs: 1, longestPauseMs: 5_000 },
      ...(timeoutMs === undefined ? {} : { timeoutMs }),
    },
  );
  const client = createConductorClient(mock.conductorUrl);
  return {
    engine,
    mock,
    lines,
    paths: { readTask: '^/api/tasks/[^/]+$', update: '^/api/tasks' },
    readRaw: async ({ task }) => await (await fetch(`${mock.conductorUrl}/tasks/${task}`)).text(),
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
