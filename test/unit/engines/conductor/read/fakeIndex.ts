import { EngineError } from '../../../../../src/domain/engineError.ts';
import type { HttpRequest, Send } from '../../../../../src/http/httpRequest.ts';

export interface Indexed {
  readonly id: string;
  readonly name?: string;
  /** Epoch milliseconds. */
  readonly start: number;
}

export interface FakeIndex {
  readonly send: Send;
  readonly asked: readonly HttpRequest<unknown>[];
  /** The content of the index; may change between requests. */
  items: readonly Indexed[];
}

/** Answers searches as the servers do, for the conditions that the tests use. */
export function createFakeIndex(items: readonly Indexed[]): FakeIndex {
  const asked: HttpRequest<unknown>[] = [];
  const index: FakeIndex = {
    items,
    asked,
    send: async (request) => {
      asked.push(request);
      if (request.path !== 'workflow/search') {
        throw new EngineError('notFound', request.path, { nothingApplied: true });
      }
      const text = JSON.stringify(search(index.items, request));
      return request.parse({ status: 200, headers: {}, text });
    },
  };
  return index;
}

function search(items: readonly Indexed[], { query = {} }: HttpRequest<unknown>): object {
  const conditions = String(query['query']);
  const before = Number(/startTime<(\d+)/.exec(conditions)?.[1] ?? Infinity);
  const name = /workflowType IN \((.*?)\)/.exec(conditions)?.[1];
  const found = items
    .filter((item) => item.start < before && (name === undefined || item.name === name))
    .toSorted((a, b) => b.start - a.start);
  const start = Number(query['start']);
  return {
    totalHits: found.length,
    results: found.slice(start, start + Number(query['size'])).map((item) => ({
      workflowId: item.id,
      workflowType: item.name ?? 'flow',
      version: 1,
      status: 'RUNNING',
      startTime: new Date(item.start).toISOString(),
    })),
  };
}
