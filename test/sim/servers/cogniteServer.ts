import { connectCognite } from '../../../src/engines/cognite/connectCognite.ts';
import type { MockClock } from '../../../src/mock/clock.ts';
import { createCognite } from '../../../src/mock/cognite/cognite.ts';
import { settle } from '../../../src/mock/cognite/createMachine.ts';
import type { Execution, TaskRun } from '../../../src/mock/cognite/model.ts';
import { shownDetails } from '../../../src/mock/cognite/shownDetails.ts';
import type { Stream } from '../streams.ts';
import { connectionOf, jsonRequest, nothingServed, textOf } from './simServer.ts';
import type { Sight, SimServer, View } from './simServer.ts';

const url = 'https://cognite.sim';
const api = `${url}/api/v1/projects/demo/workflows`;

/** A project of Cognite, signed in to with a token or with client credentials. */
export function createCogniteServer(clock: MockClock, stream: Stream): SimServer {
  const signsIn = stream.chance(0.5);
  const onFailure = [0, 1].map(() => stream.pick(['abortWorkflow', 'skipTask']));
  const retries = [0, 1].map(() => stream.below(2));
  const cognite = createCognite({
    clock,
    seed: 'empty',
    settings: { visibleAfterMs: stream.pick([0, 0, 1_500, 8_000]) ?? 0 },
  });
  const machine = cognite.project('demo');
  const connection = connectionOf('cognite', url, {
    project: 'demo',
    ...(signsIn
      ? { signIn: 'clientCredentials', clientId: 'id', tokenUrl: `${url}/oauth2/token` }
      : {}),
  });
  const handle = async (request: Request) =>
    (await cognite.fetch(request)) ?? new Response('Not found', { status: 404 });
  const { executions, tasks } = machine.store;

  return {
    connection,
    secret: 'the-token-or-the-secret',
    places: () => [...executions.keys()],
    handle,
    connect: (services) =>
      connectCognite({ ...services, connection, microsoftToken: async () => undefined }),
    revoke: () => cognite.tokens.revokeIssued(),

    async plant() {
      for (const index of [0, 1]) {
        const name = `flow${index}`;
        const ask = { onFailure: onFailure[index], retries: retries[index], timeout: 43_200 };
        const workflowDefinition = {
          tasks: [
            waiting('ask', ask),
            waiting('beside', { ...ask, retries: 0 }),
            waiting('next', { ...ask, dependsOn: [{ externalId: 'ask' }] }),
          ],
        };
        await handle(jsonRequest('POST', api, { items: [{ externalId: name }] }));
        await handle(
          jsonRequest('POST', `${api}/versions`, {
            items: [{ workflowExternalId: name, version: '1', workflowDefinition }],
          }),
        );
        const run = { authentication: { nonce: 'n' }, input: {} };
        await handle(jsonRequest('POST', `${api}/${name}/versions/1/run`, run));
      }
    },

    sights() {
      settle(machine);
      return new Map(
        [...tasks.values()].map(({ execution, run }) => [run.id, sightOf(execution, run)]),
      );
    },

    targetOf(method, path) {
      const [, task] = /\/workflows\/tasks\/([^/]+)\/update$/.exec(path) ?? [];
      return method === 'POST' && task !== undefined ? { task } : undefined;
    },

    served(method, path) {
      const [, id = ''] = /\/workflows\/executions\/([^/]+)$/.exec(path) ?? [];
      const execution = executions.get(id);
      if (method !== 'GET' || execution === undefined) return nothingServed;
      // Some reads show an older state for a while.
      const { executedTasks } = shownDetails(machine, execution);
      const shown = executedTasks as unknown as readonly Record<string, unknown>[];
      return new Map(shown.map((task) => [String(task['id']), viewOf(task)]));
    },

    foreignUpdate(task, stream, mark) {
      if (tasks.get(task)?.run.status !== 'IN_PROGRESS') return undefined;
      const status = stream.pick(['COMPLETED', 'COMPLETED', 'FAILED']);
      return jsonRequest('POST', `${api}/tasks/${task}/update`, {
        status,
        output: { other: mark },
      });
    },

    workerStep: () => [],
  };
}

function waiting(externalId: string, more: object): object {
  return {
    externalId,
    type: 'function',
    parameters: { function: { externalId: 'fn-ask' }, isAsyncComplete: true },
    ...more,
  };
}

function sightOf(execution: Execution, run: TaskRun): Sight {
  return {
    view: viewOf({ ...run, reasonForIncompletion: run.reason }),
    mark: run.output,
    execution: execution.id,
    name: run.def.externalId,
    isOpen: run.status === 'IN_PROGRESS',
  };
}

function viewOf(task: Readonly<Record<string, unknown>>): View {
  return {
    status: String(task['status']),
    output: textOf(task['output']),
    reason: textOf(task['reasonForIncompletion']),
  };
}
