import { createCogniteClient, waitingTask } from '../support/cogniteClient.ts';
import { cogniteConnection, cogniteEngine } from '../support/cogniteEngine.ts';
import { startMock } from '../support/startMock.ts';
import type { Names, Stage, StageOptions, Subject } from './subject.ts';

export const cogniteSubject: Subject = {
  kind: 'cognite',
  name: 'cognite',
  isIndexed: true,
  listsAcross: true,
  reopens: false,
  updatesById: true,
  startsByPath: true,
  renewsToken: false,
  start: startStage,
};

async function startStage({ timeoutMs }: StageOptions = {}): Promise<Stage> {
  const mock = await startMock({ seed: 'empty' });
  const lines: string[] = [];
  const engine = cogniteEngine(cogniteConnection(mock.cogniteUrl), {
    log: { debug: (line) => lines.push(line) },
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
  });
  const client = createCogniteClient(mock.cogniteUrl);
  return {
    engine,
    mock,
    lines,
    paths: { readTask: '/workflows/executions/[^/]+$', update: '/workflows/tasks/[^/]+/update$' },
    errorBody: (status, message) => JSON.stringify({ error: { code: status, message } }),
    readRaw: async ({ execution = '' }) => JSON.stringify(await client.details(execution)),
    async plant({ workflow = 'flow', task = 'review' }: Names = {}) {
      const more = { retries: 0, timeout: 43_200 };
      await client.define(workflow, [
        waitingTask(task, more),
        waitingTask('afterwards', { ...more, dependsOn: [{ externalId: task }] }),
      ]);
      const execution = await client.run(workflow);
      const [first] = (await client.details(execution)).executedTasks;
      if (first === undefined) throw new Error('the execution has no task');
      return { connection: 'c1', workflow, execution, task: first.id };
    },
  };
}
