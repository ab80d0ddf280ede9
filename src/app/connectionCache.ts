import type { ChildTasks, Engine } from '../domain/engine.ts';
import { EngineError } from '../domain/engineError.ts';
import type { Execution, ExecutionDetail, Workflow } from '../domain/execution.ts';
import type { Task } from '../domain/task.ts';
import { createReadCache } from './readCache.ts';
import type { ReadCache } from './readCache.ts';
import { createListCache, createPagedList } from './listing.ts';
import type { ListCache, PagedList } from './listing.ts';

/** Everything that was read of one connection. A failure goes to the caller and is never kept. */
export interface ConnectionCache {
  readonly workflows: PagedList<Workflow>;
  readonly executions: ListCache<Execution>;
  /** For engines whose tasks stand directly below their workflow. */
  readonly tasks: ListCache<Task>;
  /** By execution id. */
  readonly details: ReadCache<ExecutionDetail>;
  /** By task id. */
  readonly children: ReadCache<ChildTasks>;
  /** Forgets everything, or one execution and the lists that show it. */
  invalidate(execution?: string): void;
  /** Aborts the requests that are running. */
  dispose(): void;
}

const nothing = { items: [] };

export function createConnectionCache(
  connection: string,
  engineOf: () => Promise<Engine>,
  pageSize: () => number,
  nowMs: () => number,
): ConnectionCache {
  const abort = new AbortController();
  const { signal } = abort;

  const workflows = createPagedList<Workflow>(
    async (page) => (await engineOf()).listWorkflows(page, signal),
    pageSize,
    (workflow) => workflow.id,
  );
  const executions = createListCache<Execution>({
    fetchPage: async (filter, page) =>
      (await engineOf()).listExecutions?.(filter, page, signal) ?? nothing,
    pageSize,
    idOf: (execution) => execution.id,
    nowMs,
  });
  const tasks = createListCache<Task>({
    fetchPage: async (filter, page) =>
      (await engineOf()).listTasks?.(filter, page, signal) ?? nothing,
    pageSize,
    idOf: (task) => task.ref.task,
    nowMs,
  });
  const details = createReadCache(async (id) => readExecution(await engineOf(), id, signal));
  const children = createReadCache<ChildTasks>(
    async (task) =>
      (await engineOf()).listChildTasks?.({ connection, workflow: '', task }, signal) ?? {
        tasks: [],
      },
  );

  return {
    workflows,
    executions,
    tasks,
    details,
    children,
    invalidate: (execution) => {
      executions.invalidate();
      tasks.invalidate();
      children.forget();
      details.forget(execution);
      if (execution === undefined) workflows.invalidate();
    },
    dispose: () => abort.abort(),
  };
}

function readExecution(engine: Engine, id: string, signal: AbortSignal): Promise<ExecutionDetail> {
  if (engine.readExecution !== undefined) return engine.readExecution(id, signal);
  throw new EngineError('unsupported', 'This engine has no executions.', { nothingApplied: true });
}
