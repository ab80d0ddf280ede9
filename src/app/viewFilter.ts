import type { ExecutionFilter } from '../domain/execution.ts';

/** The filter of the Workflows view. It is kept for the workspace. */
export interface ViewFilter {
  readonly statuses?: readonly string[];
  /** Started within this many hours. */
  readonly sinceHours?: number;
  readonly text?: string;
}

/** The filter that a memory kept. Another version may have written it: what is odd is left out. */
export function parseViewFilter(kept: unknown): ViewFilter {
  const values = new Map(Object.entries(kept ?? {}));
  const statuses = textsIn(values.get('statuses'));
  const hours = parseHours(values.get('sinceHours'));
  const text = values.get('text');
  return {
    ...(statuses.length === 0 ? {} : { statuses }),
    ...(hours === undefined ? {} : { sinceHours: hours }),
    ...(typeof text === 'string' && text !== '' ? { text } : {}),
  };
}

/** The texts of a list, whatever else it holds. */
export function textsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

/** One of the offered numbers of hours. */
export function parseHours(value: unknown): number | undefined {
  return sinceChoices.find(({ hours }) => hours === value)?.hours;
}

export const sinceChoices: readonly { readonly hours: number; readonly label: string }[] = [
  { hours: 1, label: 'last hour' },
  { hours: 24, label: 'last 24 hours' },
  { hours: 24 * 7, label: 'last 7 days' },
  { hours: 24 * 30, label: 'last 30 days' },
];

export function isFiltered(filter: ViewFilter): boolean {
  return describeFilter(filter) !== '';
}

/** The filter in words, for the message line of the view. Empty without a filter. */
export function describeFilter(filter: ViewFilter): string {
  const since = sinceChoices.find((choice) => choice.hours === filter.sinceHours);
  const parts = [
    filter.statuses?.join(', '),
    since?.label,
    filter.text === undefined || filter.text === '' ? undefined : `“${filter.text}”`,
  ];
  return parts.filter((part) => part !== undefined && part !== '').join(' · ');
}

/**
 * The filter of a list. It stays equal while time passes: hours count back from each reading of the
 * list. A list is known by its filter.
 */
export interface ListFilter extends ViewFilter {
  readonly workflow?: string;
}

/** The filter of a workflow's list in the Workflows view. */
export function listFilter(
  { statuses = [], sinceHours, text = '' }: ViewFilter,
  workflow: string,
): ListFilter {
  return {
    workflow,
    ...(statuses.length === 0 ? {} : { statuses }),
    ...(sinceHours === undefined ? {} : { sinceHours }),
    ...(text === '' ? {} : { text }),
  };
}

const hourMs = 3_600_000;

/** The engine's filter at this moment. */
export function executionFilter(filter: ListFilter, nowMs: number): ExecutionFilter {
  const { statuses = [], sinceHours, text = '', workflow } = filter;
  return {
    ...(workflow === undefined ? {} : { workflow }),
    ...(statuses.length === 0 ? {} : { statuses }),
    ...(sinceHours === undefined ? {} : { startedAfter: nowMs - sinceHours * hourMs }),
    ...(text === '' ? {} : { text }),
  };
}
