import type { Execution, ExecutionFilter } from '../../../domain/execution.ts';
import { holdsText } from '../../../domain/holdsText.ts';
import { type TextForms, textForms } from './textForms.ts';

/** A filter, split into the part that the server applies and the part that we apply. */
export interface SearchPlan {
  readonly query: string;
  /** The text to search for. */
  readonly text?: TextForms;
  /** Absent where the server applies the whole filter. */
  readonly localFilter?: Accepts;
}

/** `words` are the texts of the execution, with those of its input and output. */
type Accepts = (execution: Execution, words: readonly string[]) => boolean;

// The query grammar depends on the index (SQL splits at " AND " and "," and drops quotes and
// parentheses; Elasticsearch uses Lucene). An index may silently drop what it cannot parse and then
// list everything. So we send only words without a special meaning.
const plainName = /^[\p{L}\p{N}_.%-]+(?: [\p{L}\p{N}_.%-]+)*$/u;
const operator = /(^| )(AND|OR|NOT|TO|IN)( |$)/i;
const plainStatus = /^[A-Z_]+$/;

/** One part of a filter: what the server is asked for, if anything, and the same test for us. */
interface Part {
  readonly condition?: string;
  readonly text?: TextForms;
  readonly accepts: Accepts;
}

/**
 * Builds the query that all indexes understand: `workflowType IN (a) AND status IN (X,Y) AND
 * startTime>1000 AND startTime<2000`. Times are widened to whole seconds, because the SQLite index
 * of 3.21 truncates them.
 */
export function planSearch(filter: ExecutionFilter): SearchPlan {
  const parts = partsOf(filter);
  const localParts = parts.filter(
    ({ condition, text }) => condition === undefined && text?.isExact !== true,
  );
  const text = parts.find((part) => part.text !== undefined)?.text;
  return {
    query: parts.flatMap(({ condition }) => condition ?? []).join(' AND '),
    ...(text === undefined ? {} : { text }),
    ...(localParts.length === 0
      ? {}
      : { localFilter: (...one) => localParts.every((part) => part.accepts(...one)) }),
  };
}

/** Applies the whole filter here, for servers without an index. */
export function matchesFilter(
  execution: Execution,
  words: readonly string[],
  filter: ExecutionFilter,
): boolean {
  return partsOf(filter).every((part) => part.accepts(execution, words));
}

function partsOf(filter: ExecutionFilter): readonly Part[] {
  const { workflow, statuses = [], startedAfter, startedBefore, text = '' } = filter;
  const parts: Part[] = [];
  if (workflow !== undefined) parts.push(byWorkflow(workflow));
  if (statuses.length > 0) parts.push(byStatus(statuses));
  if (startedAfter !== undefined) {
    const condition = `startTime>${Math.floor(startedAfter / 1000) * 1000}`;
    parts.push({ condition, accepts: ({ startedAt = 0 }) => startedAt > startedAfter });
  }
  if (startedBefore !== undefined) {
    const condition = `startTime<${Math.ceil(startedBefore / 1000) * 1000}`;
    parts.push({ condition, accepts: ({ startedAt = 0 }) => startedAt < startedBefore });
  }
  if (text.trim() !== '') parts.push(byText(text.trim()));
  return parts;
}

/** True where every index understands this name as a plain name. */
export function isSafeInQuery(name: string): boolean {
  return plainName.test(name) && !operator.test(name);
}

function byWorkflow(name: string): Part {
  return {
    ...(isSafeInQuery(name) ? { condition: `workflowType IN (${name})` } : {}),
    accepts: (execution) => execution.workflow === name,
  };
}

function byStatus(statuses: readonly string[]): Part {
  const isSafe = statuses.every((status) => plainStatus.test(status));
  return {
    ...(isSafe ? { condition: `status IN (${statuses.join(',')})` } : {}),
    accepts: (execution) => statuses.includes(execution.status),
  };
}

function byText(text: string): Part {
  return { text: textForms(text), accepts: (_execution, words) => holdsText(words, text) };
}
