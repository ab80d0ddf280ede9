import type { JournalEntry, Outcome } from '../../domain/outcome.ts';
import { workflowTitle } from '../../domain/task.ts';
import { parseViewFilter, sinceChoices, textsIn } from '../viewFilter.ts';

/** The filter of the list of sent updates. It is kept for the workspace. */
export interface JournalFilter {
  readonly outcomes?: readonly Outcome['kind'][];
  /**
   * Names of connections as the entries hold them, so that a removed connection can still be
   * chosen.
   */
  readonly connections?: readonly string[];
  /** Sent within this many hours. */
  readonly sinceHours?: number;
  /** Words to find in the names of connection, workflow or task, in ids and in the status. */
  readonly text?: string;
}

/** The names of the outcomes for people. */
export const outcomeNames: Readonly<Record<Outcome['kind'], string>> = {
  confirmed: 'confirmed',
  overtaken: 'overtaken',
  pending: 'pending',
  notApplied: 'not applied',
  unknown: 'unknown',
};

/** The filter that a memory kept. Another version may have written it: what is odd is left out. */
export function parseJournalFilter(kept: unknown): JournalFilter {
  const values = new Map(Object.entries(kept ?? {}));
  const given = textsIn(values.get('outcomes'));
  const outcomes = outcomeKinds.filter((kind) => given.includes(kind));
  const connections = textsIn(values.get('connections'));
  const { sinceHours, text } = parseViewFilter(kept);
  return {
    ...(outcomes.length === 0 ? {} : { outcomes }),
    ...(connections.length === 0 ? {} : { connections }),
    ...(sinceHours === undefined ? {} : { sinceHours }),
    ...(text === undefined ? {} : { text }),
  };
}

const outcomeKinds = Object.keys(outcomeNames) as readonly Outcome['kind'][];

export function isJournalFiltered(filter: JournalFilter): boolean {
  return describeJournalFilter(filter) !== '';
}

/** The filter in words, for the message line of the view. Empty without a filter. */
export function describeJournalFilter(filter: JournalFilter): string {
  const since = sinceChoices.find((choice) => choice.hours === filter.sinceHours);
  const parts = [
    filter.outcomes?.map((kind) => outcomeNames[kind]).join(', '),
    filter.connections?.join(', '),
    since?.label,
    filter.text === undefined || filter.text === '' ? undefined : `“${filter.text}”`,
  ];
  return parts.filter((part) => part !== undefined && part !== '').join(' · ');
}

/**
 * Does an entry pass the filter? `now` is in epoch milliseconds. An entry in flight has no outcome.
 */
export function fitsFilter(entry: JournalEntry, filter: JournalFilter, now: number): boolean {
  const { outcomes = [], connections = [], sinceHours, text = '' } = filter;
  const kind = entry.outcome?.kind;
  return (
    (outcomes.length === 0 || (kind !== undefined && outcomes.includes(kind))) &&
    (connections.length === 0 || connections.includes(entry.connectionName)) &&
    (sinceHours === undefined || entry.startedAt >= now - sinceHours * hourMs) &&
    holdsWords(entry, text)
  );
}

const hourMs = 3_600_000;

// Every word must occur somewhere, in any order, as in a search box.
function holdsWords(entry: JournalEntry, text: string): boolean {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return true;
  const { ref, connectionName, taskName, definition, update } = entry;
  const places = [connectionName, workflowTitle(entry), ref.execution, taskName, definition];
  const named = [...places, ref.task, update.status].filter((place) => place !== undefined);
  const searched = named.join('\n').toLowerCase();
  return words.every((word) => searched.includes(word));
}
