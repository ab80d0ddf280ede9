import { demoTaskIds } from '../../src/mock/xpander/seeds/demoAgentTasks.ts';
import type { TestMock } from '../support/startMock.ts';
import { testSurface } from './extension.ts';
import { connect } from './scene.ts';
import type { WaitingTask } from './scene.ts';

const headers = { 'x-api-key': 'key of the test', 'content-type': 'application/json' };

/** A connection to xpander.ai that is signed in. */
async function xpanderConnection(id: string, url: string) {
  const connection = { id, name: `Test ${id}`, engine: 'xpander', url } as const;
  const { secrets } = await testSurface();
  await secrets.write(
    { ...connection, environment: 'development', readOnly: false, details: {} },
    headers['x-api-key'],
  );
  return connection;
}

let count = 0;

/** A task of the demo that waits, with this result, on a connection of its own. */
export async function plantResult(mock: TestMock, result: string): Promise<WaitingTask> {
  const id = demoTaskIds.refund;
  const connection = `text${(count += 1)}`;
  await mock.reset();
  const body = JSON.stringify({ result });
  const answer = await fetch(`${mock.xpanderUrl}/agent-execution/${id}/update`, {
    method: 'PATCH',
    headers,
    body,
  });
  if (!answer.ok) throw new Error(await answer.text());
  await connect([await xpanderConnection(connection, mock.xpanderUrl)]);
  return { connection, execution: id, id, name: 'refund' };
}

/** The results that tasks were sent, oldest first. */
export async function patches(mock: TestMock): Promise<readonly unknown[]> {
  const requests = await mock.requests();
  return requests
    .filter(({ method }) => method === 'PATCH')
    .map(({ body }) => (JSON.parse(body) as { readonly result?: unknown }).result);
}
