import { hasError, isChange } from '../../app/textUpdates/readList.ts';
import type { ReadLine } from '../../app/textUpdates/readList.ts';

/** How much a document asks for. */
export interface ListSummary {
  /** Lines that can be sent. */
  readonly changes: number;
  /** Lines that are written in and cannot be sent. */
  readonly problems: number;
}

/** One of the actions above the first line; `action` undefined is text only. */
export interface ListLens {
  readonly title: string;
  readonly action?: 'send' | 'refresh' | 'discard' | 'problems';
}

export function listSummary(lines: readonly ReadLine[]): ListSummary {
  return {
    changes: lines.filter(isChange).length,
    problems: lines.filter(hasError).length,
  };
}

export function summaryLenses({ changes, problems }: ListSummary): readonly ListLens[] {
  return [
    changes === 0
      ? { title: 'No Changes Yet' }
      : { title: `$(send) Review and Send ${changesText(changes)}`, action: 'send' },
    ...(problems === 0
      ? []
      : [{ title: `$(error) ${linesText(problems)} Cannot Be Sent`, action: 'problems' } as const]),
    { title: '$(refresh) Refresh', action: 'refresh' },
    { title: '$(trash) Discard', action: 'discard' },
  ];
}

/** "1 Change", "12 Changes". */
export function changesText(count: number): string {
  return count === 1 ? '1 Change' : `${count} Changes`;
}

/** "1 Line", "3 Lines". */
export function linesText(count: number): string {
  return count === 1 ? '1 Line' : `${count} Lines`;
}
