// Controls, direction marks, characters without width and tags are invisible or reorder the text
// around them. The joiners U+200C and U+200D stay: scripts and emojis need them.
const invisible =
  /[\p{Cc}\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]+/gu;

/** Foreign text as one line without invisible characters, cut to `limit` characters. */
export function oneLine(text: string, limit = 160): string {
  const line = text.replace(invisible, ' ').replace(/\s+/g, ' ').trim();
  if (line.length <= limit) return line;
  // The cut may fall inside a surrogate pair, so a lone surrogate is removed.
  return `${line.slice(0, limit - 1).replace(/\p{Surrogate}$/u, '')}…`;
}

/**
 * For labels in which VS Code draws `$(name)` as an icon, in quick picks and the status bar. A task
 * named "$(check) done" must show its name.
 */
export function iconFree(text: string, limit?: number): string {
  return oneLine(text, limit).replace(/(?<!\\)\$\(/g, '\\$(');
}

/**
 * For Markdown that may hold our own command links. Everything but letters, digits and blanks
 * becomes an entity, which no Markdown parser turns into a link, an icon or HTML.
 */
export function markdownFree(text: string, limit?: number): string {
  return oneLine(text, limit).replace(
    /[^\p{L}\p{M}\p{N} ]/gu,
    (character) => `&#${character.codePointAt(0)};`,
  );
}

/**
 * For notifications and prompts, in which VS Code makes `[text](command:…)` clickable. A server's
 * sentence must not become a command.
 */
export function linkFree(text: string, limit = 400): string {
  return oneLine(text, limit).replace(/\]\(/g, '] (');
}
