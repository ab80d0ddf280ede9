import { EngineError } from '../domain/engineError.ts';
import type { Execution, ExecutionDetail, ExecutionFilter, Workflow } from '../domain/execution.ts';
import type { Task, TaskRef } from '../domain/task.ts';
import type { Connections } from './connections.ts';
import { createEmitter } from './emitter.ts';
import { createPagedList } from './listing.ts';
import type { Listing, PagedList } from './listing.ts';
import type { Listen } from './ports.ts';

/**
 * What the tree, the pickers and the documents show. Lists and executions are read once and kept
 * until they are invalidated; a single task is always read afresh. Failures are thrown, not kept.
 */
export interface Store {
  workflows(connection: string): Promise<Listing<Workflow>>;
  moreWorkflows(connection: string): Promise<Listing<Workflow>>;
  executions(connection: string, filter: ExecutionFilter): Promise<Listing<Execution>>;
  moreExecutions(connection: string, filter: ExecutionFilter): Promise<Listing<Execution>>;
  execution(connection: string, id: string): Promise<ExecutionDetail>;
  /** Undefined when the engine knows no such task. */
  task(ref: TaskRef, signal: AbortSignal): Promise<Task | undefined>;
  /** Forgets what was read of everything, of a connection, or of one execution, and tells. */
  invalidate(connection?: string, execution?: string): void;
  readonly onDidChange: Listen;
}

interface ConnectionCache {
  readonly abort: AbortController;
  readonly executions: Map<string, PagedList<Execution>>;
  readonly details: Map<string, Promise<ExecutionDetail>>;
  workflows?: PagedList<Workflow>;
}

export function createStore(connections: Connections, pageSize: () => number): Store {
  const emitter = createEmitter();
  const caches = new Map<string, ConnectionCache>();
  connections.onDidChange(() => forget(undefined));

  function cacheOf(connection: string): ConnectionCache {
    const known = caches.get(connection);
    if (known !== undefined) return known;
    const made = { abort: new AbortController(), executions: new Map(), details: new Map() };
    caches.set(connection, made);
    return made;
  }

  function workflowList(connection: string): PagedList<Workflow> {
    const cache = cacheOf(connection);
    cache.workflows ??= createPagedList(
      async (page) => {
        const { engine } = await connections.connected(connection);
        return engine.listWorkflows(page, cache.abort.signal);
      },
      pageSize,
      (workflow) => workflow.id,
    );
    return cache.workflows;
  }

  function executionList(connection: string, filter: ExecutionFilter): PagedList<Execution> {
    const cache = cacheOf(connection);
    const key = JSON.stringify(filter);
    const known = cache.executions.get(key);
    if (known !== undefined) return known;
    const made = createPagedList<Execution>(
      async (page) => {
        const { engine } = await connections.connected(connection);
        return engine.listExecutions?.(filter, page, cache.abort.signal) ?? { items: [] };
      },
      pageSize,
      (execution) => execution.id,
    );
    cache.executions.set(key, made);
    return made;
  }

  async function readDetail(connection: string, id: string, signal: AbortSignal) {
    const { engine } = await connections.connected(connection);
    if (engine.readExecution === undefined) {
      throw new EngineError('unsupported', 'This engine has no executions.', {
        nothingApplied: true,
      });
    }
    return engine.readExecution(id, signal);
  }

  function detail(connection: string, id: string): Promise<ExecutionDetail> {
    const cache = cacheOf(connection);
    const known = cache.details.get(id);
    if (known !== undefined) return known;
    const reading = readDetail(connection, id, cache.abort.signal);
    cache.details.set(id, reading);
    reading.catch(() => {
      if (cache.details.get(id) === reading) cache.details.delete(id);
    });
    return reading;
  }

  function forget(connection: string | undefined): void {
    for (const [id, cache] of caches) {
      if (connection !== undefined && connection !== id) continue;
      if (connections.find(id) === undefined) {
        cache.abort.abort();
        caches.delete(id);
        continue;
      }
      cache.workflows?.invalidate();
      for (const list of cache.executions.values()) list.invalidate();
      cache.details.clear();
    }
    emitter.fire();
  }

  return {
    workflows: (connection) => workflowList(connection).get(),
    moreWorkflows: (connection) => workflowList(connection).loadMore(),
    executions: (connection, filter) => executionList(connection, filter).get(),
    moreExecutions: (connection, filter) => executionList(connection, filter).loadMore(),
    execution: detail,
    task: async (ref, signal) => {
      const { engine } = await connections.connected(ref.connection);
      return engine.readTask(ref, signal);
    },
    invalidate: (connection, execution) => {
      if (connection === undefined || execution === undefined) return forget(connection);
      const cache = caches.get(connection);
      cache?.details.delete(execution);
      for (const list of cache?.executions.values() ?? []) list.invalidate();
      emitter.fire();
    },
    onDidChange: emitter.listen,
  };
}
