import { markdownFree } from '../words/plainText.ts';
import type { Line } from './describeKey.ts';

/** Foreign text of any length as Markdown that shows it letter by letter. */
export function plainMarkdown(text: string): string {
  return markdownFree(text, Infinity);
}

/** Lines about a key as Markdown; what is bold are words of ours. */
export function linesMarkdown(lines: readonly Line[]): string {
  return lines
    .map(({ label, text }) =>
      label === undefined ? plainMarkdown(text) : `**${label}** ${plainMarkdown(text)}`,
    )
    .join('\n\n');
}
