import { alignedLines } from './alignedLines.ts';
import { countText } from '../../app/bulk/countText.ts';
import type { UnavailableLine, ReviewGroup } from './reviewGroups.ts';

/** A review as a document: the updates by group, then the items that cannot be sent. */
export function reviewText(
  title: string,
  groups: readonly ReviewGroup[],
  refused: readonly UnavailableLine[],
): string {
  const blocks = groups.map(({ label, lines }) => [
    `${label} (${countText(lines.length)})`,
    ...alignedLines(
      lines.map(({ name, workflow, status, effect }) => [name, workflow, status, effect]),
    ),
  ]);
  const rest =
    refused.length === 0
      ? []
      : [
          [
            `Not possible (${countText(refused.length)})`,
            ...alignedLines(refused.map(({ name, workflow, reason }) => [name, workflow, reason])),
          ],
        ];
  const all = [[title, 'Nothing was sent yet.'], ...blocks, ...rest];
  return `${all.map((block) => block.join('\n')).join('\n\n')}\n`;
}
