import { createConductorEngine } from '../../../src/engines/conductor/conductorEngine.ts';
import type { MockClock } from '../../../src/mock/clock.ts';
import { createConductorApp } from '../../../src/mock/conductor/conductorApp.ts';
import { createEngine, settle } from '../../../src/mock/conductor/createEngine.ts';
import { isTaskTerminal, isWorkflowTerminal } from '../../../src/mock/conductor/model.ts';
import type { TaskRun } from '../../../src/mock/conductor/model.ts';
import { createOrkesGate } from '../../../src/mock/conductor/orkesGate.ts';
import { createRandom } from '../../../src/mock/random.ts';
import type { Stream } from '../streams.ts';
import { conductorFlows } from './conductorFlows.ts';
import { connectionOf, jsonRequest, nothingServed, textOf } from './simServer.ts';
import type { Sight, SimServer } from './simServer.ts';

const url = 'https://conductor.sim/api';
const key = { id: 'the key', secret: 'the secret of the key' };

/** Conductor in one of two versions, or Orkes with its sign-in. */
export function createConductorServer(clock: MockClock, stream: Stream): SimServer {
  const version = stream.chance(0.3) ? '3.21.14' : '3.32.1';
  const isOrkes = stream.chance(0.3);
  const flows = [0, 1, 2].map(() => stream.pick(conductorFlows) ?? []);
  const engine = createEngine({ clock, random: createRandom('conductor'), version });
  const gate = isOrkes ? createOrkesGate(clock, { keys: { [key.id]: key.secret } }) : undefined;
  const app = createConductorApp({
    version,
    index: true,
    gate,
    messages: false,
    engineOf: () => engine,
  });
  // Others have the same server behind another door, without a sign-in.
  const open = createConductorApp({
    version,
    index: true,
    gate: undefined,
    messages: false,
    engineOf: () => engine,
  });
  const connection = connectionOf('conductor', url, isOrkes ? { keyId: key.id } : {});
  const { executions, tasks } = engine.store;
  const noAnswer = () => new Response('Not found', { status: 404 });

  return {
    connection,
    secret: key.secret,
    places: () => [...executions.keys()],
    handle: async (request) =>
      (await (request.headers.has('x-api-key') ? open : app).fetch(request)) ?? noAnswer(),
    connect: (services) => createConductorEngine(connection, services),
    revoke: () => gate?.reset(),

    async plant() {
      for (const [index, flow] of flows.entries()) {
        const name = `flow${index}`;
        const definition = { name, version: 1, schemaVersion: 2, ownerEmail: 'a@b.c', tasks: flow };
        await open.fetch(jsonRequest('POST', `${url}/metadata/taskdefs`, taskDefs));
        await open.fetch(
          jsonRequest('PUT', `${url}/metadata/workflow`, [{ ...definition, timeoutSeconds: 0 }]),
        );
        await open.fetch(jsonRequest('POST', `${url}/workflow`, { name, version: 1, input: {} }));
      }
    },

    sights() {
      settle(engine);
      return new Map([...tasks.values()].map((run) => [run.taskId, sightOf(run)]));
    },

    targetOf(method, path, body) {
      if (method !== 'POST') return undefined;
      if (path === '/api/tasks') {
        const { taskId } = JSON.parse(body) as { taskId: string };
        return { task: taskId };
      }
      const [, execution, name] =
        /^\/api\/tasks\/([^/]+)\/([^/]+)\/[A-Z_]+(?:\/sync)?$/.exec(path) ?? [];
      if (execution === undefined || name === undefined) return undefined;
      return { execution: decodeURIComponent(execution), name: decodeURIComponent(name) };
    },

    served(method, path) {
      const [, task = ''] = /^\/api\/tasks\/([^/]+)$/.exec(path) ?? [];
      const [, execution = ''] = /^\/api\/workflow\/([^/]+)$/.exec(path) ?? [];
      if (method !== 'GET' || (task === '' && execution === '')) return nothingServed;
      const run = tasks.get(decodeURIComponent(task));
      const shown =
        run === undefined ? executions.get(decodeURIComponent(execution))?.tasks : [run];
      return new Map(shown?.map((one) => [one.taskId, sightOf(one).view]));
    },

    foreignUpdate(task, stream, mark) {
      const run = tasks.get(task);
      if (run === undefined || isTaskTerminal(run.status)) return undefined;
      const isSaved = stream.chance(0.6);
      return jsonRequest('POST', `${url}/tasks`, {
        workflowInstanceId: run.workflowId,
        taskId: task,
        status: isSaved ? 'IN_PROGRESS' : stream.pick(['COMPLETED', 'FAILED']),
        outputData: stream.chance(0.7) ? { ...run.outputData, other: mark } : run.outputData,
        reasonForIncompletion: mark,
        callbackAfterSeconds: stream.chance(0.3) ? stream.between(1, 99) : run.callbackAfterSeconds,
        workerId: run.workerId,
      });
    },

    workerStep(stream, mark) {
      const held = [...tasks.values()].find(
        (run) =>
          run.taskType === 'work' && run.workerId === 'worker' && run.status === 'IN_PROGRESS',
      );
      if (held === undefined || stream.chance(0.4)) {
        return [jsonRequest('GET', `${url}/tasks/poll/work?workerid=worker`)];
      }
      const body = {
        workflowInstanceId: held.workflowId,
        taskId: held.taskId,
        status: stream.pick(['COMPLETED', 'FAILED', 'IN_PROGRESS']),
        outputData: { other: mark },
        workerId: 'worker',
      };
      return [jsonRequest('POST', `${url}/tasks`, body)];
    },
  };

  function sightOf(run: TaskRun): Sight {
    const execution = executions.get(run.workflowId);
    return {
      view: {
        status: run.status,
        output: textOf(run.outputData),
        reason: textOf(run.reasonForIncompletion),
        worker: textOf(run.workerId),
        callbackAfterSeconds: textOf(run.callbackAfterSeconds),
      },
      mark: run.outputData,
      execution: run.workflowId,
      name: run.referenceTaskName,
      isOpen:
        !isTaskTerminal(run.status) &&
        execution !== undefined &&
        !isWorkflowTerminal(execution.status),
    };
  }
}

const taskDefs = [
  { name: 'work', retryCount: 1, retryDelaySeconds: 5, timeoutSeconds: 0, ownerEmail: 'a@b.c' },
];
