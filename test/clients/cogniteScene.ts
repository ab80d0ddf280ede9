import { createCogniteClient, waitingTask } from '../support/cogniteClient.ts';

/** An execution whose first task waits for an update. */
export interface CogniteRun {
  readonly id: string;
  readonly task: string;
}

export interface CogniteScene {
  open(): Promise<CogniteRun>;
  /** A session; its nonce is the id. */
  session(): Promise<CogniteRun>;
  /** The execution has failed, so it can be retried. */
  failed(): Promise<CogniteRun>;
}

/** Names that have to be encoded in a path. */
export const workflow = 'wf 1/å';

/** Defines the workflow, version 1, on a fresh server. */
export async function createCogniteScene(url: string): Promise<CogniteScene> {
  const client = createCogniteClient(url);
  const more = { retries: 0 };
  await client.define(workflow, [
    waitingTask('first', more),
    waitingTask('second', { ...more, dependsOn: [{ externalId: 'first' }] }),
  ]);
  async function open(): Promise<CogniteRun> {
    const id = await client.run(workflow);
    const [first] = (await client.details(id)).executedTasks;
    if (first === undefined) throw new Error('the execution has no task');
    return { id, task: first.id };
  }
  return {
    open,
    async session() {
      const answer = await fetch(`${url}/api/v1/projects/demo/sessions`, {
        method: 'POST',
        headers: { authorization: 'Bearer a-token' },
        body: '{"items":[{"oneshotTokenExchange":true}]}',
      });
      const { items } = (await answer.json()) as { items: readonly { nonce: string }[] };
      return { id: items[0]?.nonce ?? '', task: '' };
    },
    async failed() {
      const run = await open();
      await client.ask('POST', `/tasks/${run.task}/update`, { status: 'FAILED' });
      return run;
    },
  };
}
