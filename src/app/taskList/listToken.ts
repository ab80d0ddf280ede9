/** A word of a line, with where it stands. Offsets are UTF-16 units from the line's start. */
export interface ListToken {
  /** What it says, decoded where it stands in quotes. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** False for quotes that are not closed, or an escape that JSON does not know. */
  readonly isWhole: boolean;
}

// A blank, a quote or a sign that the line gives a meaning of its own needs quotes around it.
const bare = /^(?!\/\/)[^\s"\\#{}\p{C}\p{Z}][^\s"\\\p{C}\p{Z}]*$/u;
// Not shown, able to break the line, or to reorder what stands around them. The two joiners stay:
// without them a family of emoji falls apart.
const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Surrogate}]/gu;
const joiners = '\u200c\u200d';

const quoted = /"(?:[^"\\]|\\.)*"?/y;
const unquoted = /[^\s]+/y;

/** Writes a word so that `readToken` gives the same text back: in quotes where it needs them. */
export function writeToken(text: string): string {
  return bare.test(text) ? text : writeQuoted(text);
}

/** A JSON string on one line, in which everything can be seen. */
export function writeQuoted(text: string): string {
  return JSON.stringify(text).replace(invisible, (character) =>
    joiners.includes(character) ? character : escaped(character),
  );
}

/** The word that begins at `at`, which is no blank. */
export function readToken(line: string, at: number): ListToken {
  const pattern = line[at] === '"' ? quoted : unquoted;
  pattern.lastIndex = at;
  const [found = ''] = pattern.exec(line) ?? [];
  const end = at + found.length;
  if (pattern === unquoted) return { text: found, start: at, end, isWhole: true };
  const text = decoded(found);
  return { text: text ?? found, start: at, end, isWhole: text !== undefined };
}

/** The first place from `at` on that is no blank; the line's length where there is none. */
export function skipBlanks(line: string, at: number): number {
  const blanks = /\s*/y;
  blanks.lastIndex = at;
  return at + (blanks.exec(line)?.[0].length ?? 0);
}

function decoded(text: string): string | undefined {
  try {
    return String(JSON.parse(text));
  } catch {
    // Not closed yet, or an escape that is none: the line says so.
    return undefined;
  }
}

function escaped(character: string): string {
  return [...Array(character.length).keys()]
    .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`)
    .join('');
}
