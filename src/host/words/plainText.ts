// C0 and C1 controls are invisible, and Unicode's direction marks reorder the text around them.
const invisible = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

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
  return oneLine(text, limit).replace(/\$\(/g, '\\$(');
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
