import { isObject, printJson, textOf, toNumber, type Json, type JsonObject } from '../../json.ts';
import type { Engine } from '../engine.ts';
import { humanTaskEntry } from './humanTask.ts';

const largestPage = 100;

/**
 * The answer to a HumanTaskSearch, newest first. A query for text finds it anywhere in the field;
 * an inbox hides what somebody else has claimed.
 */
export function searchHumanTasks(
  engine: Engine,
  search: JsonObject,
  caller: string | undefined,
): JsonObject {
  const hits = [...engine.store.tasks.values()]
    .filter(({ taskType }) => taskType === 'HUMAN')
    .map((run) => humanTaskEntry(engine, run))
    .filter((entry) => matches(entry, search))
    .filter((entry) => search['searchType'] !== 'INBOX' || isOpenTo(entry, caller))
    .toSorted((a, b) => toNumber(b['createdOn'] ?? 0) - toNumber(a['createdOn'] ?? 0));
  const start = toNumber(search['start'] ?? 0);
  const size = Math.min(toNumber(search['size'] ?? 15), largestPage);
  const results = hits.slice(start, start + size);
  const totalHits = hits.length;
  return { start, pageSizeLimit: largestPage, totalHits, hits: results.length, results };
}

/** The lists of a search, and the fields that they filter. */
const lists: Readonly<Record<string, string>> = {
  states: 'state',
  taskRefNames: 'taskRefName',
  definitionNames: 'definitionName',
  displayNames: 'displayName',
  workflowNames: 'workflowName',
  workflowIds: 'workflowId',
};

function matches(entry: JsonObject, search: JsonObject): boolean {
  const updated = toNumber(entry['updatedOn'] ?? 0);
  return (
    Object.entries(lists).every(([list, field]) => isIn(search[list], entry[field])) &&
    isUserIn(search['assignees'], entry['assignee']) &&
    isUserIn(search['claimants'], entry['claimant']) &&
    updated >= toNumber(search['updateStartTime'] ?? 0) &&
    updated <= toNumber(search['updateEndTime'] ?? Infinity) &&
    holds(entry['input'], search['taskInputQuery']) &&
    holds(entry['output'], search['taskOutputQuery']) &&
    holds(entry, search['fullTextQuery'])
  );
}

/** An empty list filters nothing. */
function isIn(wanted: Json | undefined, value: Json | undefined): boolean {
  return !Array.isArray(wanted) || wanted.length === 0 || wanted.some((one) => one === value);
}

function isUserIn(wanted: Json | undefined, user: Json | undefined): boolean {
  if (!Array.isArray(wanted) || wanted.length === 0) return true;
  return wanted.some((one) => isObject(one) && isObject(user) && isSameUser(one, user));
}

function isSameUser(a: JsonObject, b: JsonObject): boolean {
  return a['user'] === b['user'] && (a['userType'] ?? b['userType']) === b['userType'];
}

function holds(value: Json | undefined, query: Json | undefined): boolean {
  if (query === undefined || query === null || query === '' || query === '*') return true;
  return printJson(value ?? {})
    .toLowerCase()
    .includes(textOf(query).toLowerCase());
}

function isOpenTo(entry: JsonObject, caller: string | undefined): boolean {
  const { claimant } = entry;
  return !isObject(claimant) || claimant['user'] === caller;
}
