import { oddName } from '../../domain/oddRecord.ts';
import type { OddRecord } from '../../domain/oddRecord.ts';
import type { MessageNode } from './workflowNode.ts';

/** If a server answers in a new form, every record is odd: a few of them tell that. */
const mostRows = 20;

/** One row for each record that could not be read: which one, and what is odd. */
export function oddRows(parent: string, odd: readonly OddRecord[] = []): readonly MessageNode[] {
  const rows = odd.slice(0, mostRows).map((one, index): MessageNode => ({
    kind: 'message',
    id: `${parent}/odd:${index}`,
    severity: 'warning',
    text: `${oddName(one)} could not be read`,
    detail: one.problem,
  }));
  const more = odd.length - rows.length;
  if (more === 0) return rows;
  const text = `${more} more could not be read`;
  return [...rows, { kind: 'message', id: `${parent}/odd:more`, severity: 'warning', text }];
}
