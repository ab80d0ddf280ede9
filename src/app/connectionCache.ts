import type { Engine } from '../domain/engine.ts';
import { EngineError } from '../domain/engineError.ts';
import type {
  Execution,
  ExecutionDetail,
  ExecutionFilter,
  Page,
  PageRequest,
  Workflow,
} from '../domain/execution.ts';
import type { Task, TaskRef } from '../domain/task.ts';
import { taskKey } from '../domain/task.ts';
import { createPagedList } from './listing.ts';
import type { PagedList } from './listing.ts';

/** What was read of one connection. Failures are thrown to whoever asked, never kept. */
export interface ConnectionCache {
  readonly workflows: PagedList<Workflow>;
  executions(filter: ExecutionFilter): PagedList<Execution>;
  /** Where tasks stand directly below their workflow. */
  tasks(filter: ExecutionFilter): PagedList<Task>;
  childTasks(ref: TaskRef): Promise<readonly Task[]>;
  execution(id: string): Promise<ExecutionDetail>;
  /** Reads an execution that was read before again; true where it changed. */
  reread(id: string): Promise<boolean>;
  /** Forgets everything, or one execution and the lists that show it. */
  invalidate(execution?: string): void;
  /** Ends what is being read. */
  dispose(): void;
}

export function createConnectionCache(
  engineOf: () => Promise<Engine>,
  pageSize: () => number,
): ConnectionCache {
  const abort = new AbortController();
  const lists = new Map<string, PagedList<Execution>>();
  const taskLists = new Map<string, PagedList<Task>>();
  const children = new Map<string, Promise<readonly Task[]>>();
  const details = new Map<string, Promise<ExecutionDetail>>();

  function listOf<T>(
    read: (engine: Engine, page: PageRequest) => Promise<Page<T>> | undefined,
    idOf: (item: T) => string,
  ): PagedList<T> {
    return createPagedList<T>(
      async (page) => read(await engineOf(), page) ?? { items: [] },
      pageSize,
      idOf,
    );
  }

  async function readChildren(ref: TaskRef): Promise<readonly Task[]> {
    return (await engineOf()).listChildTasks?.(ref, abort.signal) ?? [];
  }

  async function readExecution(id: string): Promise<ExecutionDetail> {
    const engine = await engineOf();
    if (engine.readExecution !== undefined) return engine.readExecution(id, abort.signal);
    throw new EngineError('unsupported', 'This engine has no executions.', {
      nothingApplied: true,
    });
  }

  const workflows = listOf<Workflow>(
    (engine, page) => engine.listWorkflows(page, abort.signal),
    (workflow) => workflow.id,
  );

  return {
    workflows,
    executions: (filter) =>
      getOrMake(lists, JSON.stringify(filter), () =>
        listOf<Execution>(
          (engine, page) => engine.listExecutions?.(filter, page, abort.signal),
          (execution) => execution.id,
        ),
      ),
    tasks: (filter) =>
      getOrMake(taskLists, JSON.stringify(filter), () =>
        listOf<Task>(
          (engine, page) => engine.listTasks?.(filter, page, abort.signal),
          (task) => task.ref.task,
        ),
      ),
    childTasks: (ref) => readOnce(children, taskKey(ref), () => readChildren(ref)),
    execution: (id) => readOnce(details, id, () => readExecution(id)),
    reread: async (id) => {
      const before = details.get(id);
      if (before === undefined) return false;
      const fresh = await readExecution(id);
      if (details.get(id) !== before) return false;
      if (JSON.stringify(await before) === JSON.stringify(fresh)) return false;
      details.set(id, Promise.resolve(fresh));
      return true;
    },
    invalidate: (execution) => {
      for (const list of [...lists.values(), ...taskLists.values()]) list.invalidate();
      children.clear();
      if (execution !== undefined) {
        details.delete(execution);
        return;
      }
      workflows.invalidate();
      details.clear();
    },
    dispose: () => abort.abort(),
  };
}

function getOrMake<T>(map: Map<string, T>, key: string, make: () => T): T {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** Reads and keeps; a failure is not kept. */
function readOnce<T>(
  kept: Map<string, Promise<T>>,
  key: string,
  read: () => Promise<T>,
): Promise<T> {
  return getOrMake(kept, key, () => {
    const reading = read();
    reading.catch(() => {
      if (kept.get(key) === reading) kept.delete(key);
    });
    return reading;
  });
}
