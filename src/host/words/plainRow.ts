import { oneLine } from './plainText.ts';
import type { Row } from './row.ts';

/** A row whose texts VS Code can show: all rows go through here. A tooltip keeps its lines. */
export function plainRow(row: Row): Row {
  const tooltip = row.tooltip.split(/\r?\n/).map((line) => oneLine(line, 500));
  return {
    ...row,
    label: oneLine(row.label, 200),
    ...(row.description === undefined ? {} : { description: oneLine(row.description, 300) }),
    tooltip: tooltip.join('\n'),
    spoken: oneLine(row.spoken, 500),
  };
}
