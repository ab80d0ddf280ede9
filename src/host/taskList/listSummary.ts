import { countText } from '../../app/bulk/countText.ts';
import { hasError, isChange } from '../../app/taskList/readList.ts';
import type { ReadLine } from '../../app/taskList/readList.ts';

/** The counts of a document's lines. */
export interface ListSummary {
  /** Lines that can be sent. */
  readonly changes: number;
  /** Changed lines that cannot be sent. */
  readonly problems: number;
}

/** A CodeLens above the first line. Without an action it is plain text. */
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
      : { title: `$(send) Review and Send ${countText(changes, 'Change')}…`, action: 'send' },
    ...(problems === 0
      ? []
      : [
          {
            title: `$(error) ${countText(problems, 'Line')} Cannot Be Sent`,
            action: 'problems',
          } as const,
        ]),
    { title: '$(refresh) Refresh', action: 'refresh' },
    { title: '$(trash) Discard', action: 'discard' },
  ];
}
