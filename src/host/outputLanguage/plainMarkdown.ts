import type { Line } from './describeKey.ts';

/**
 * Escapes foreign text for Markdown. Characters written as numeric references never start a link,
 * an image, an automatic link or a tag.
 */
export function plainMarkdown(text: string): string {
  return text.replace(/[^\p{L}\p{N} ]/gu, (character) => `&#${character.codePointAt(0)};`);
}

/** The lines about a key as Markdown. Only our own words are bold. */
export function linesMarkdown(lines: readonly Line[]): string {
  return lines
    .map(({ label, text }) =>
      label === undefined ? plainMarkdown(text) : `**${label}** ${plainMarkdown(text)}`,
    )
    .join('\n\n');
}
