import { printJson } from '../../json.ts';
import type { Engine } from '../engine.ts';
import type { Execution, TaskRun } from '../model.ts';
import type { Generated } from '../generated.ts';
import { broken } from '../serverError.ts';
import { taskField, taskFields, workflowField, workflowFields } from './fields.ts';
import { generatedExecutions, generatedTasks } from './generatedExecutions.ts';
import { mergePage, type MergeRequest } from './mergePage.ts';
import { hasFreeText } from './like.ts';
import { matches, type Row } from './parseQuery.ts';
import { readSearch, type ReadSearch, type SearchRequest } from './readSearch.ts';
import { compareRows } from './parseSort.ts';
import { taskSummary, workflowSummary } from './workflowSummary.ts';

/** A page of hits, and the number of all hits. */
export interface Hits<T> {
  readonly totalHits: number;
  readonly results: readonly T[];
}

export function searchExecutions(engine: Engine, request: SearchRequest): Hits<Execution> {
  const search = readSearch(engine, request, workflowFields(engine.version));
  const rows = [...engine.store.executions.values()]
    .filter((one) => isHit(search, (field) => workflowField(one, field, search.wildcards)))
    .filter((one) => !search.topLevelOnly || one.parentWorkflowId === undefined)
    .filter((one) => hasText(search, () => printJson(workflowSummary(one, engine.version))));
  sortRows(rows, search, (one, field) => workflowField(one, field, search.wildcards));
  const { generated } = engine;
  if (generated === undefined) return page(rows, search);
  return mergedPage(search, {
    stored: rows,
    startOf: (one) => one.startTime,
    generated,
    list: generatedExecutions(generated, search),
    make: (index) => generated.make(index),
  });
}

export function searchTasks(engine: Engine, request: SearchRequest): Hits<TaskRun> {
  const search = readSearch(engine, request, taskFields(engine.version));
  for (const field of ['workflow_id', 'correlation_id']) {
    const name = field === 'workflow_id' ? 'workflowId' : 'correlationId';
    if (search.conditions.some((condition) => condition.field === name)) {
      throw broken(
        `Cannot prepare statement for query: [SQLITE_ERROR] SQL error or missing database (no such column: ${field})`,
      );
    }
  }
  const rows = [...engine.store.tasks.values()]
    .filter((run) => run.indexed && isHit(search, (field) => taskField(run, field)))
    .filter((run) => hasText(search, () => textOfTask(engine, run)));
  sortRows(rows, search, taskField);
  const { generated } = engine;
  if (generated === undefined) return page(rows, search);
  return mergedPage(search, {
    stored: rows,
    startOf: (run) => run.startTime,
    generated,
    list: generatedTasks(generated, search),
    make: (index, item) => taskAt(generated, index, item),
  });
}

function textOfTask(engine: Engine, run: TaskRun): string {
  const execution = engine.store.executions.get(run.workflowId);
  return execution ? printJson(taskSummary(run, execution)) : '';
}

function isHit(search: ReadSearch, row: Row): boolean {
  return matches(row, search.conditions, search.wildcards);
}

function hasText(search: ReadSearch, text: () => string): boolean {
  const { freeText } = search;
  if (freeText === '*' || freeText === '') return true;
  return hasFreeText(text(), freeText, search.wildcards);
}

function sortRows<T>(rows: T[], search: ReadSearch, field: (row: T, name: string) => string): void {
  if (search.orders.length === 0) return;
  rows.sort((a, b) =>
    compareRows(
      (name) => field(a, name),
      (name) => field(b, name),
      search.orders,
    ),
  );
}

/** Generated rows can be sorted by time only: a search without an order lists the oldest first. */
function mergedPage<T>(
  search: ReadSearch,
  merge: Omit<MergeRequest<T>, 'descending' | 'start' | 'size'>,
): Hits<T> {
  const descending = search.orders[0]?.descending ?? false;
  const { size } = search;
  const start = Math.max(0, search.start);
  return {
    totalHits: merge.stored.length + merge.list.length,
    results: mergePage({ ...merge, descending, start, size }),
  };
}

/** A task of a generated execution. */
export function taskAt(generated: Generated, index: number, item: number): TaskRun {
  const run = generated.make(index).tasks[item];
  if (run === undefined) throw new RangeError('There is no such task.');
  return run;
}

function page<T>(rows: readonly T[], search: ReadSearch): Hits<T> {
  const start = Math.max(0, search.start);
  const end = search.size < 0 ? rows.length : start + search.size;
  return { totalHits: rows.length, results: rows.slice(start, end) };
}
