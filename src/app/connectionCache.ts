import type { Engine } from '../domain/engine.ts';
import { EngineError } from '../domain/engineError.ts';
import type { Execution, ExecutionDetail, ExecutionFilter, Workflow } from '../domain/execution.ts';
import { createPagedList } from './listing.ts';
import type { PagedList } from './listing.ts';

/** What was read of one connection. Failures are thrown to whoever asked, never kept. */
export interface ConnectionCache {
  readonly workflows: PagedList<Workflow>;
  executions(filter: ExecutionFilter): PagedList<Execution>;
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
  const details = new Map<string, Promise<ExecutionDetail>>();

  const workflows = createPagedList<Workflow>(
    async (page) => (await engineOf()).listWorkflows(page, abort.signal),
    pageSize,
    (workflow) => workflow.id,
  );

  function listOf(filter: ExecutionFilter): PagedList<Execution> {
    return createPagedList<Execution>(
      async (page) =>
        (await engineOf()).listExecutions?.(filter, page, abort.signal) ?? { items: [] },
      pageSize,
      (execution) => execution.id,
    );
  }

  async function readExecution(id: string): Promise<ExecutionDetail> {
    const engine = await engineOf();
    if (engine.readExecution !== undefined) return engine.readExecution(id, abort.signal);
    throw new EngineError('unsupported', 'This engine has no executions.', {
      nothingApplied: true,
    });
  }

  return {
    workflows,
    executions: (filter) => getOrMake(lists, JSON.stringify(filter), () => listOf(filter)),
    execution: (id) =>
      getOrMake(details, id, () => {
        const reading = readExecution(id);
        reading.catch(() => {
          if (details.get(id) === reading) details.delete(id);
        });
        return reading;
      }),
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
      for (const list of lists.values()) list.invalidate();
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
