import type { Line } from './describeKey.ts';

/**
 * Foreign text as Markdown that shows it letter by letter. A character that is written as its
 * number never begins a link, an image, an address that becomes one by itself, or a tag.
 */
export function plainMarkdown(text: string): string {
  return text.replace(/[^\p{L}\p{N} ]/gu, (character) => `&#${character.codePointAt(0)};`);
}

/** Lines about a key as Markdown; what is bold are words of ours. */
export function linesMarkdown(lines: readonly Line[]): string {
  return lines
    .map(({ label, text }) =>
      label === undefined ? plainMarkdown(text) : `**${label}** ${plainMarkdown(text)}`,
    )
    .join('\n\n');
}
