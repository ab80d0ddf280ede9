import { markdownFree } from '../words/plainText.ts';
import type { Line } from './describeKey.ts';

/** Escapes foreign text of any length for Markdown. */
export function plainMarkdown(text: string): string {
  return markdownFree(text, Infinity);
}

/** The lines about a key as Markdown. Only our own words are bold. */
export function linesMarkdown(lines: readonly Line[]): string {
  return lines
    .map(({ label, text }) =>
      label === undefined ? plainMarkdown(text) : `**${label}** ${plainMarkdown(text)}`,
    )
    .join('\n\n');
}
