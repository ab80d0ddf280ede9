import type { Engine } from '../../../src/domain/engine.ts';
import { isEngineError } from '../../../src/domain/engineError.ts';
import type { Task } from '../../../src/domain/task.ts';
import type { EngineDeps } from '../../../src/engines/engineDefinition.ts';
import { createSend } from '../../../src/http/createSend.ts';
import { path } from '../../../src/http/path.ts';
import type { HttpRequest } from '../../../src/http/httpRequest.ts';

interface Job {
  readonly id: string;
  readonly box: string;
  readonly status: string;
  readonly note: string;
}

/** The minimum of an engine: boxes, the jobs in them, and how a job is done. */
export function createToyEngine({ connection, ...services }: EngineDeps): Engine {
  const send = createSend({ ...services, baseUrl: connection.url });
  const toTask = (job: Job) => taskOf(connection.id, job);
  return {
    visibleWithinMs: 0,
    test: async (signal) => {
      await send(get<readonly string[]>('boxes'), signal);
      return { server: 'Toy', notes: [] };
    },
    listWorkflows: async (_page, signal) => {
      const boxes = await send(get<readonly string[]>('boxes'), signal);
      return { items: boxes.map((name) => ({ id: name, name, versions: [] })) };
    },
    listTasks: async ({ workflow }, _page, signal) => {
      const jobs = await send(get<readonly Job[]>('jobs'), signal);
      return { items: jobs.filter(({ box }) => box === workflow).map(toTask) };
    },
    readTask: async (ref, signal) => {
      try {
        return toTask(await send(get<Job>(path`jobs/${ref.task}`), signal));
      } catch (error) {
        if (isEngineError(error, 'notFound')) return undefined;
        throw error;
      }
    },
    listWaiting: async (_requests, signal) => {
      const jobs = await send(get<readonly Job[]>('jobs'), signal);
      return { tasks: jobs.filter(({ status }) => status === 'open').map(toTask) };
    },
    expects: (before, { status = before.status }) => [{ status }],
    send: async (before, update, signal, events) => {
      const note = update.output?.kind === 'text' ? { note: update.output.text } : {};
      const value = { ...(update.status === undefined ? {} : { status: update.status }), ...note };
      const where = path`jobs/${before.ref.task}`;
      const body = { kind: 'json', value } as const;
      const request = { ...get<Job>(where), method: 'PUT', body, idempotent: false } as const;
      await send({ ...request, ...events }, signal);
      return { accepted: true, said: '200' };
    },
  };
}

function get<T>(where: string): HttpRequest<T> {
  const parse = ({ text }: { readonly text: string }) => JSON.parse(text) as T;
  return { method: 'GET', path: where, idempotent: true, parse };
}

function taskOf(connection: string, { id, box, status, note }: Job): Task {
  const isOver = status !== 'open';
  return {
    ref: { connection, workflow: box, task: id },
    name: id,
    type: 'job',
    status,
    state: isOver ? 'succeeded' : 'waiting',
    terminal: isOver,
    input: {},
    output: note,
    attempt: 0,
    engineFields: {},
    options: {
      ...(isOver ? { unavailable: 'The job is done.' } : {}),
      statuses: [{ status: 'done', role: 'complete', effect: 'The job is done.' }],
      output: { kind: 'text', modes: [], limitBytes: 1_000 },
      fields: [],
      warnings: [],
    },
  };
}
