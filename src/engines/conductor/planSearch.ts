import type { Execution, ExecutionFilter } from '../../domain/execution.ts';

/** A filter, split into what the server's search can carry and what is left to us. */
export interface SearchPlan {
  readonly query: string;
  readonly freeText: string;
  /** Absent where the server does it all. */
  readonly ours?: (execution: Execution) => boolean;
}

// The grammar differs for each index (SQL: split at " AND " and ",", quotes and parentheses
// dropped; Elasticsearch: Lucene below), and what it cannot read it may drop without a word, which
// lists everything. So only words without any special meaning go out.
const plainName = /^[\p{L}\p{N}_.%-]+(?: [\p{L}\p{N}_.%-]+)*$/u;
const operator = /(^| )(AND|OR|NOT|TO|IN)( |$)/i;
const plainStatus = /^[A-Z_]+$/;
const plainText = /^[\p{L}\p{N}_-]+$/u;

/** One part of a filter: a condition for the server, or a test of ours where it has no words. */
interface Part {
  readonly condition?: string;
  readonly freeText?: string;
  readonly ours: (execution: Execution) => boolean;
}

/**
 * The portable form: `workflowType IN (a) AND status IN (X,Y) AND startTime>1000 AND
 * startTime<2000`. Times are widened to full seconds: the SQLite index of 3.21 cuts them down.
 */
export function planSearch(filter: ExecutionFilter): SearchPlan {
  const parts = partsOf(filter);
  const ours = parts.filter((part) => part.condition === undefined && part.freeText === undefined);
  return {
    query: parts.flatMap(({ condition }) => condition ?? []).join(' AND '),
    freeText: parts.find((part) => part.freeText !== undefined)?.freeText ?? '*',
    ...(ours.length === 0
      ? {}
      : { ours: (execution) => ours.every((part) => part.ours(execution)) }),
  };
}

/** The whole filter on our side, for servers without an index. */
export function matches(execution: Execution, filter: ExecutionFilter): boolean {
  return partsOf(filter).every((part) => part.ours(execution));
}

function partsOf(filter: ExecutionFilter): readonly Part[] {
  const { workflow, statuses = [], startedAfter, startedBefore, text = '' } = filter;
  const parts: Part[] = [];
  if (workflow !== undefined) parts.push(byWorkflow(workflow));
  if (statuses.length > 0) parts.push(byStatus(statuses));
  if (startedAfter !== undefined) {
    const condition = `startTime>${Math.floor(startedAfter / 1000) * 1000}`;
    parts.push({ condition, ours: ({ startedAt = 0 }) => startedAt > startedAfter });
  }
  if (startedBefore !== undefined) {
    const condition = `startTime<${Math.ceil(startedBefore / 1000) * 1000}`;
    parts.push({ condition, ours: ({ startedAt = 0 }) => startedAt < startedBefore });
  }
  if (text.trim() !== '') parts.push(byText(text.trim()));
  return parts;
}

/** Can a name stand in a query of every index, and mean itself there? */
export function travelsInQuery(name: string): boolean {
  return plainName.test(name) && !operator.test(name);
}

function byWorkflow(name: string): Part {
  return {
    ...(travelsInQuery(name) ? { condition: `workflowType IN (${name})` } : {}),
    ours: (execution) => execution.workflow === name,
  };
}

function byStatus(statuses: readonly string[]): Part {
  const travels = statuses.every((status) => plainStatus.test(status));
  return {
    ...(travels ? { condition: `status IN (${statuses.join(',')})` } : {}),
    ours: (execution) => statuses.includes(execution.status),
  };
}

function byText(words: string): Part {
  return {
    ...(plainText.test(words) ? { freeText: words } : {}),
    ours: (execution) => mentions(execution, words),
  };
}

function mentions(execution: Execution, words: string): boolean {
  const { id, workflow, status, reason = '', correlationId = '' } = execution;
  const all = [id, workflow, status, reason, correlationId].join('\n').toLowerCase();
  return all.includes(words.toLowerCase());
}
