import type { Draft } from '../../app/updates/drafts.ts';
import type { JournalEntry } from '../../domain/outcome.ts';
import { taskKey } from '../../domain/task.ts';

/** A node of the Updates view, as data. `id` stays the same from the moment of sending on. */
export type UpdateNode =
  | {
      readonly kind: 'group' | 'older';
      readonly id: string;
      readonly label: string;
      readonly count: number;
      readonly children: readonly UpdateNode[];
    }
  | { readonly kind: 'draft'; readonly id: string; readonly draft: Draft }
  | { readonly kind: 'entry'; readonly id: string; readonly entry: JournalEntry };

const pageRows = 50;

/** The groups that hold something; none at all shows the view's welcome. Entries newest first. */
export function updateNodes(
  drafts: readonly Draft[],
  entries: readonly JournalEntry[],
): readonly UpdateNode[] {
  const inFlight = entries.filter((entry) => entry.outcome === undefined);
  const sent = entries.filter((entry) => entry.outcome !== undefined);
  return [
    ...group('Drafts', drafts.map(draftNode), drafts.length),
    ...group('In Flight', inFlight.map(entryNode), inFlight.length),
    ...group('Sent', paged(sent), sent.length),
  ];
}

function group(
  label: string,
  children: readonly UpdateNode[],
  count: number,
): readonly UpdateNode[] {
  return count === 0 ? [] : [{ kind: 'group', id: `group/${label}`, label, count, children }];
}

// Older ones stand in a row that opens to the next page, so that a long journal draws no long list.
function paged(entries: readonly JournalEntry[]): readonly UpdateNode[] {
  const page = entries.slice(0, pageRows).map(entryNode);
  const rest = entries.slice(pageRows);
  const [first] = rest;
  if (first === undefined) return page;
  const id = `older/${first.id}`;
  return [
    ...page,
    { kind: 'older', id, label: 'Older', count: rest.length, children: paged(rest) },
  ];
}

function draftNode(draft: Draft): UpdateNode {
  return { kind: 'draft', id: `draft/${taskKey(draft.ref)}`, draft };
}

function entryNode(entry: JournalEntry): UpdateNode {
  return { kind: 'entry', id: `entry/${entry.id}`, entry };
}
