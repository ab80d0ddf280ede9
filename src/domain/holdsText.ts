/**
 * True where one of the words holds the text, whatever its case. `*` in the text stands for any
 * text; every other sign stands for itself.
 */
export function holdsText(words: readonly (string | undefined)[], text: string): boolean {
  const parts = text.trim().toLowerCase().split('*');
  return words.some((word) => word !== undefined && holdsInOrder(word.toLowerCase(), parts));
}

function holdsInOrder(word: string, parts: readonly string[]): boolean {
  let at = 0;
  for (const part of parts) {
    const found = word.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return true;
}
