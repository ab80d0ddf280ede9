import { strict as assert } from 'node:assert';
import { after, before, describe, test } from 'node:test';

import type { Engine } from '../../src/domain/engine.ts';
import type { Task } from '../../src/domain/task.ts';
import { createConductorEngine } from '../../src/engines/conductor/conductorEngine.ts';
import { createNodeTransport } from '../../src/http/nodeTransport.ts';
import type { MockOptions } from '../../src/mock/mock.ts';
import {
  createConductorClient,
  type ConductorClient,
  orkesHeaders,
  task,
} from '../support/conductorClient.ts';
import { startMock, type TestMock } from '../support/startMock.ts';

// Proves the vendor's page "Update Task Status in Workflow"
// (/reference-docs/api/task/update-task-status-in-workflow): POST
// /tasks/{workflowId}/{taskRefName}/{status}, once for each of the four statuses that the page
// lists.

const { signal } = new AbortController();
const key = { id: 'key-of-the-test', secret: 'secret-of-the-test' };
const orkes = { keys: { [key.id]: key.secret } };

interface Server {
  readonly name: string;
  readonly options: MockOptions;
  /** Newer servers also have this route with /sync at its end, which answers with the workflow. */
  readonly end: '' | '/sync';
}

const servers: readonly Server[] = [
  { name: 'open source, as documented', options: { conductorVersion: '3.16.0' }, end: '' },
  { name: 'open source, newest', options: {}, end: '/sync' },
  { name: 'Orkes, as documented', options: { conductorVersion: '3.16.0', orkes }, end: '' },
  { name: 'Orkes, newest', options: { orkes }, end: '/sync' },
];

const statuses = [
  { status: 'IN_PROGRESS', becomes: 'IN_PROGRESS', workflow: 'RUNNING' },
  { status: 'COMPLETED', becomes: 'COMPLETED', workflow: 'COMPLETED' },
  { status: 'FAILED', becomes: 'FAILED', workflow: 'FAILED' },
  {
    status: 'FAILED_WITH_TERMINAL_ERROR',
    becomes: 'FAILED_WITH_TERMINAL_ERROR',
    workflow: 'FAILED',
  },
] as const;

for (const { name, options, end } of servers) {
  describe(name, () => {
    let mock: TestMock;
    let engine: Engine;
    let client: ConductorClient;

    before(async () => {
      mock = await startMock({ seed: 'empty', ...options });
      const isOrkes = options.orkes !== undefined;
      engine = engineAt(mock.conductorUrl, isOrkes ? { keyId: key.id } : {});
      client = createConductorClient(
        mock.conductorUrl,
        isOrkes ? await orkesHeaders(mock.conductorUrl, key) : {},
      );
      await client.register('my_workflow', [task('HUMAN', 'my_task_ref')]);
      // What a server can do is found out once, before the requests that are counted.
      await engine.readTask(await runAndRead(), signal);
    });
    after(() => mock.close());

    async function runAndRead(): Promise<Task['ref']> {
      const execution = await client.start('my_workflow');
      const detail = await engine.readExecution?.(execution, signal);
      const node = detail?.nodes[0];
      assert.ok(node?.kind === 'task');
      return node.task.ref;
    }

    for (const { status, becomes, workflow } of statuses) {
      test(`updates the task to ${status}, with its output`, async () => {
        const ref = await runAndRead();
        const open = await engine.readTask(ref, signal);
        assert.ok(open);
        assert.ok(open.options.statuses.some((option) => option.status === status));
        await mock.clearRequests();

        const output = { kind: 'object', mode: 'merge', value: { a: 1 } } as const;
        const answer = await engine.send(open, { status, output }, signal);
        const [sent, ...others] = await mock.requests();

        assert.equal(answer.accepted, true, answer.said);
        assert.deepEqual(others, []);
        assert.deepEqual(
          [sent?.method, sent?.path, sent?.body],
          ['POST', `/api/tasks/${ref.execution}/my_task_ref/${status}${end}`, '{"a":1}'],
        );
        assert.equal(sent?.headers['content-type'], 'application/json');
        const after = await engine.readTask(ref, signal);
        assert.deepEqual([after?.status, after?.output], [becomes, { a: 1 }]);
        const detail = await engine.readExecution?.(ref.execution ?? '', signal);
        assert.equal(detail?.execution.status, workflow);
      });
    }
  });
}

function engineAt(url: string, details: Readonly<Record<string, string>>): Engine {
  return createConductorEngine(
    {
      id: 'c1',
      name: 'mock',
      engine: 'conductor',
      url,
      environment: 'development',
      readOnly: false,
      details,
    },
    {
      secret: async () => key.secret,
      transport: createNodeTransport(),
      clock: { now: () => Date.now(), wait: async () => undefined },
      log: { debug: () => undefined },
    },
  );
}
