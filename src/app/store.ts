import type { ChildTasks } from '../domain/engine.ts';
import type { Execution, ExecutionDetail, Workflow } from '../domain/execution.ts';
import type { Task, TaskRef } from '../domain/task.ts';
import { createConnectionCache } from './connectionCache.ts';
import type { ConnectionCache } from './connectionCache.ts';
import type { Connections } from './connections.ts';
import { createChangeEvent } from './changeEvent.ts';
import type { Listing } from './listing.ts';
import type { Clock, Listen } from './ports.ts';
import type { ListFilter } from './viewFilter.ts';

/**
 * The data of the tree, the pickers and the documents. Lists and executions are read once and kept
 * until they are invalidated. A single task is read at every call.
 */
export interface Store {
  workflows(connection: string): Promise<Listing<Workflow>>;
  moreWorkflows(connection: string): Promise<Listing<Workflow>>;
  executions(connection: string, filter: ListFilter): Promise<Listing<Execution>>;
  moreExecutions(connection: string, filter: ListFilter): Promise<Listing<Execution>>;
  execution(connection: string, id: string): Promise<ExecutionDetail>;
  /** False if tasks stand directly below their workflow: then `tasks` lists them. */
  hasExecutions(connection: string): Promise<boolean>;
  tasks(connection: string, filter: ListFilter): Promise<Listing<Task>>;
  moreTasks(connection: string, filter: ListFilter): Promise<Listing<Task>>;
  childTasks(ref: TaskRef): Promise<ChildTasks>;
  /** Reads these lists and executions again, and tells listeners if something changed. */
  reread(shown: Shown): Promise<void>;
  /** Undefined if the engine knows no such task. */
  task(ref: TaskRef, signal: AbortSignal): Promise<Task | undefined>;
  /** Forgets everything, one connection or one execution, and tells listeners. */
  invalidate(connection?: string, execution?: string): void;
  readonly onDidChange: Listen;
  /** After an update or a refresh by the person, but not after a quiet reread. */
  readonly onDidInvalidate: Listen<[Stale]>;
}

/** The lists and executions that a view has open. */
export interface Shown {
  readonly lists: readonly { readonly connection: string; readonly filter: ListFilter }[];
  readonly executions: readonly { readonly connection: string; readonly id: string }[];
}

/** The subject of an invalidation. Without any value it is everything. */
export interface Stale {
  readonly connection?: string | undefined;
  readonly execution?: string | undefined;
}

export function createStore(
  connections: Connections,
  pageSize: () => number,
  clock: Pick<Clock, 'now'>,
): Store {
  const changes = createChangeEvent();
  const caches = new Map<string, ConnectionCache>();
  const invalidations = createChangeEvent<[Stale]>();

  function cacheOf(id: string): ConnectionCache {
    const known = caches.get(id);
    if (known !== undefined) return known;
    const engineOf = async () => (await connections.connected(id)).engine;
    const made = createConnectionCache(id, engineOf, pageSize, () => clock.now());
    caches.set(id, made);
    return made;
  }

  // A connection may now point to another server, whose data must not mix with the old.
  connections.onDidChange(() => {
    for (const cache of caches.values()) cache.dispose();
    caches.clear();
    changes.fire();
  });

  return {
    workflows: (connection) => cacheOf(connection).workflows.get(),
    moreWorkflows: (connection) => cacheOf(connection).workflows.loadMore(),
    executions: (connection, filter) => cacheOf(connection).executions.of(filter).get(),
    moreExecutions: (connection, filter) => cacheOf(connection).executions.of(filter).loadMore(),
    execution: (connection, id) => cacheOf(connection).details.get(id),
    hasExecutions: async (connection) =>
      (await connections.connected(connection)).engine.listExecutions !== undefined,
    tasks: (connection, filter) => cacheOf(connection).tasks.of(filter).get(),
    moreTasks: (connection, filter) => cacheOf(connection).tasks.of(filter).loadMore(),
    childTasks: (ref) => cacheOf(ref.connection).children.get(ref.task),
    reread: async ({ lists, executions }) => {
      const rereads = await Promise.all([
        ...lists.map((list) => cacheOf(list.connection).executions.of(list.filter).reread()),
        ...lists.map((list) => cacheOf(list.connection).tasks.of(list.filter).reread()),
        ...executions.map((execution) =>
          cacheOf(execution.connection).details.reread(execution.id),
        ),
      ]);
      if (rereads.includes(true)) changes.fire();
    },
    task: async (ref, signal) => {
      const { engine } = await connections.connected(ref.connection);
      return engine.readTask(ref, signal);
    },
    invalidate: (connection, execution) => {
      for (const [id, cache] of caches) {
        if (connection === undefined || connection === id) cache.invalidate(execution);
      }
      changes.fire();
      invalidations.fire({ connection, execution });
    },
    onDidChange: changes.listen,
    onDidInvalidate: invalidations.listen,
  };
}
