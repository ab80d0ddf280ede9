import { createXpanderEngine } from '../../../src/engines/xpander/xpanderEngine.ts';
import type { MockClock } from '../../../src/mock/clock.ts';
import { createRandom } from '../../../src/mock/random.ts';
import { createMachine } from '../../../src/mock/xpander/createMachine.ts';
import { createXpanderApp } from '../../../src/mock/xpander/createXpanderApp.ts';
import { isTerminal } from '../../../src/mock/xpander/model.ts';
import type { TaskRun } from '../../../src/mock/xpander/model.ts';
import { createStore } from '../../../src/mock/xpander/store.ts';
import { createWatchers } from '../../../src/mock/xpander/watchers.ts';
import type { Stream } from '../streams.ts';
import { connectionOf, jsonRequest, nothingServed, textOf } from './simServer.ts';
import type { Sight, SimServer, View } from './simServer.ts';

const url = 'https://xpander.sim';

/** xpander.ai with one agent: tasks that nobody runs, and tasks that a worker runs. */
export function createXpanderServer(clock: MockClock, stream: Stream): SimServer {
  const isRun = [0, 1, 2].map(() => stream.chance(0.3));
  const random = createRandom('xpander');
  const machine = createMachine({
    store: createStore(),
    clock,
    random,
    organization: 'org',
    watchers: createWatchers(),
  });
  const app = createXpanderApp(machine, { key: undefined });
  const connection = connectionOf('xpander', url);
  const handle = async (request: Request) => await app.fetch(request);
  let agent = '';
  // The state machine changes its tasks in place, so it is told here which update was applied.
  const marks = new Map<string, number>();

  return {
    connection,
    secret: 'the key',
    places: () => [agent],
    connect: (services) => createXpanderEngine(connection, services),
    // Its keys do not expire.
    revoke: () => undefined,

    async handle(request) {
      const { pathname } = new URL(request.url);
      const [, task] = /^\/agent-execution\/([^/]+)(?:\/update)?$/.exec(pathname) ?? [];
      const run = machine.store.findTask(task ?? '');
      const canApply = request.method === 'PATCH' || (run !== undefined && !isTerminal(run.status));
      const answer = await handle(request);
      if (task !== undefined && request.method !== 'GET' && answer.ok && canApply) {
        marks.set(task, (marks.get(task) ?? 0) + 1);
      }
      return answer;
    },

    async plant() {
      const made = await handle(jsonRequest('POST', `${url}/v1/agents`, { name: 'helper' }));
      agent = ((await made.json()) as { id: string }).id;
      for (const [index, runs] of isRun.entries()) {
        const body = { id: `task${index}`, title: `task ${index}`, input: { text: 'do it' } };
        await handle(
          runs
            ? jsonRequest('POST', `${url}/agent-execution/${agent}`, body)
            : jsonRequest('POST', `${url}/agent-execution/${agent}/report_task`, {
                ...body,
                status: 'paused',
              }),
        );
      }
    },

    sights() {
      machine.settle();
      const all = [...machine.store.held()];
      return new Map(all.map((run) => [run.id, sightOf(run, marks.get(run.id) ?? 0)]));
    },

    targetOf(method, path) {
      const [, task] = /^\/agent-execution\/([^/]+)(?:\/update)?$/.exec(path) ?? [];
      return method !== 'GET' && task !== undefined ? { task } : undefined;
    },

    served(method, path) {
      if (method !== 'GET') return nothingServed;
      const [, id = ''] = /^\/agent-execution\/([^/]+)\/status$/.exec(path) ?? [];
      const run = machine.store.findTask(id);
      if (run !== undefined) return new Map([[id, viewOf(run)]]);
      const isList = /^\/v1\/agents\/[^/]+\/tasks$|\/history\/[^/]+$/.test(path);
      return isList
        ? new Map([...machine.store.held()].map((one) => [one.id, listed(one)]))
        : nothingServed;
    },

    foreignUpdate(task, stream, mark) {
      if (machine.store.findTask(task) === undefined) return undefined;
      const body = stream.pick<object>([
        { result: `other ${mark}` },
        { result: `other ${mark}`, status: stream.pick(['completed', 'failed', 'paused']) },
        { source: mark },
        { last_executed_node_id: mark },
      ]);
      return jsonRequest('PATCH', `${url}/agent-execution/${task}/update`, body);
    },

    // Its workers act by themselves.
    workerStep: () => [],
  };
}

function sightOf(run: TaskRun, mark: number): Sight {
  return { view: viewOf(run), mark, execution: undefined, name: run.id, isOpen: true };
}

function viewOf(run: TaskRun): View {
  return { ...listed(run), last_executed_node_id: textOf(run.cursor) };
}

// A list shows neither the node cursor nor much else.
function listed(run: TaskRun): View {
  return {
    status: run.status,
    output: textOf(run.result),
    source: textOf(run.more['source']),
  };
}
