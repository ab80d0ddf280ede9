import {
  parseDefinedTask,
  type DefinedTask,
} from '../../../../src/engines/cognite/wire/definedTask.ts';
import type { Project } from '../../../../src/engines/cognite/connection/project.ts';
import type {
  DetailsRecord,
  ExecutionRecord,
  TaskRecord,
} from '../../../../src/engines/cognite/wire/records.ts';
import type { HttpRequest } from '../../../../src/http/httpRequest.ts';

export const now = 1_763_700_000_000;

export function taskRecord(externalId: string, more: Partial<TaskRecord> = {}): TaskRecord {
  return {
    id: `${externalId}-id`,
    externalId,
    status: 'COMPLETED',
    taskType: 'function',
    input: {},
    output: {},
    ...more,
  };
}

export function executionRecord(more: Partial<ExecutionRecord> = {}): ExecutionRecord {
  return {
    id: 'e1',
    workflowExternalId: 'flow',
    status: 'RUNNING',
    version: '1',
    createdTime: now,
    metadata: {},
    ...more,
  };
}

export function defined(externalId: string, more: object = {}): DefinedTask {
  const [task] = parseDefinedTask({ externalId, type: 'function', parameters: {}, ...more });
  if (task === undefined) throw new Error('not a task');
  return task;
}

export function details(
  definedTasks: readonly DefinedTask[],
  executedTasks: readonly TaskRecord[],
  more: Partial<ExecutionRecord> = {},
): DetailsRecord {
  return { ...executionRecord(more), definedTasks, executedTasks };
}

export const waits = { isAsyncComplete: true };
export const after = (...ids: readonly string[]) => ({
  dependsOn: ids.map((externalId) => ({ externalId })),
});

/** A project whose server is the function `answer`. */
export function fakeProject(answer: (request: HttpRequest<unknown>) => unknown): {
  readonly project: Project;
  readonly requests: HttpRequest<unknown>[];
} {
  const requests: HttpRequest<unknown>[] = [];
  const project: Project = {
    connection: 'c1',
    name: 'p',
    baseUrl: 'https://cluster.example.com',
    now: () => now,
    async send(request) {
      requests.push(request);
      const body = answer(request);
      if (body instanceof Error) throw body;
      return request.parse({ status: 200, headers: {}, text: JSON.stringify(body) });
    },
  };
  return { project, requests };
}

export const { signal } = new AbortController();
