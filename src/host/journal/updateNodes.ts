import type { Draft } from '../../app/drafts/drafts.ts';
import type { JournalEntry } from '../../domain/outcome.ts';
import { taskKey } from '../../domain/task.ts';

/** A row of the Updates view as data. `id` stays the same after sending. */
export type UpdateNode =
  | {
      readonly kind: 'group';
      readonly id: string;
      readonly label: string;
      /** The number of entries: "3", "50+". */
      readonly count: string;
      readonly children: readonly UpdateNode[];
    }
  /** Expands to the next page, which is read only then. */
  | { readonly kind: 'older'; readonly id: string; readonly after: number }
  /** Both are shown when no entry passes the filter. */
  | { readonly kind: 'noMatch' | 'clearFilter'; readonly id: string }
  | { readonly kind: 'draft'; readonly id: string; readonly draft: Draft }
  | { readonly kind: 'entry'; readonly id: string; readonly entry: JournalEntry };

/** The sent updates on a page. */
export const pageRows = 50;

/** The lists that the Updates view starts from. */
export interface UpdateLists {
  readonly drafts: readonly Draft[];
  readonly inFlight: readonly JournalEntry[];
  /** The newest entries that pass the filter: one more than a page holds, if there are more. */
  readonly newest: readonly JournalEntry[];
  readonly isFiltered?: boolean;
}

/** The groups that are not empty. Without groups, VS Code shows the view's welcome text. */
export function updateNodes(lists: UpdateLists): readonly UpdateNode[] {
  const { drafts, inFlight, newest, isFiltered = false } = lists;
  const sent = newest.filter((entry) => entry.outcome !== undefined);
  const page = pageNodes(sent, 0);
  const count = newest.length > pageRows ? `${pageRows}+` : String(sent.length);
  return [
    ...group('Drafts', drafts.map(draftNode), String(drafts.length)),
    ...group('In Flight', inFlight.map(entryNode), String(inFlight.length)),
    ...group('Sent', isFiltered && page.length === 0 ? noMatch : page, count),
  ];
}

const noMatch: readonly UpdateNode[] = [
  { kind: 'noMatch', id: 'noMatch' },
  { kind: 'clearFilter', id: 'clearFilter' },
];

/**
 * A page of sent updates. `after` entries stand on the pages before it. An extra entry adds a row
 * for the next page.
 */
export function pageNodes(entries: readonly JournalEntry[], after: number): readonly UpdateNode[] {
  const page = entries.slice(0, pageRows).map(entryNode);
  if (entries.length <= pageRows) return page;
  const next = after + pageRows;
  return [...page, { kind: 'older', id: `older/${next}`, after: next }];
}

function group(
  label: string,
  children: readonly UpdateNode[],
  count: string,
): readonly UpdateNode[] {
  if (children.length === 0) return [];
  return [{ kind: 'group', id: `group/${label}`, label, count, children }];
}

function draftNode(draft: Draft): UpdateNode {
  return { kind: 'draft', id: `draft/${taskKey(draft.ref)}`, draft };
}

function entryNode(entry: JournalEntry): UpdateNode {
  return { kind: 'entry', id: `entry/${entry.id}`, entry };
}
