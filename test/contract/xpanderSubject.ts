import { startMock } from '../support/startMock.ts';
import { createXpanderClient } from '../support/xpanderClient.ts';
import { xpanderEngine } from '../support/xpanderEngine.ts';
import type { Names, Stage, StageOptions, Subject } from './subject.ts';

export const xpanderSubject: Subject = {
  kind: 'xpander',
  name: 'xpander',
  isIndexed: true,
  listsAcross: false,
  reopens: true,
  updatesById: true,
  startsByPath: false,
  renewsToken: false,
  start: startStage,
};

async function startStage({ timeoutMs }: StageOptions = {}): Promise<Stage> {
  const mock = await startMock({ seed: 'empty' });
  const lines: string[] = [];
  const engine = xpanderEngine(mock.xpanderUrl, {
    log: { debug: (line) => lines.push(line) },
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
  });
  const client = createXpanderClient(mock.xpanderUrl);
  const agents = new Map<string, Promise<string>>();
  return {
    engine,
    mock,
    lines,
    paths: { readTask: '^/agent-execution/[^/]+/status$', update: '/update$' },
    errorBody: (_, message) => JSON.stringify({ detail: message }),
    readRaw: async ({ task }) => JSON.stringify(await client.readTask(task)),
    async plant({ workflow = 'flow', task }: Names = {}) {
      const agent = agents.get(workflow) ?? client.addAgent(workflow);
      agents.set(workflow, agent);
      // Ids are tested with the same texts as names. Only "." and ".." cannot be ids, since no URL
      // can contain them.
      const id = task === undefined || /^\.\.?$/.test(task) ? {} : { id: task };
      const title = task ?? 'review';
      const body = { ...id, title, status: 'paused' };
      const planted = await client.reportTask(await agent, body);
      return { connection: 'x1', workflow: await agent, task: planted };
    },
  };
}
