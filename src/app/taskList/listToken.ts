/** A word of a line, and its place. Offsets count UTF-16 units from the start of the line. */
export interface ListToken {
  /** The word itself, decoded if it stands in quotes. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** False for unclosed quotes, or an escape that JSON does not know. */
  readonly isWhole: boolean;
}

// Only a word like this needs no quotes: without blanks, quotes and signs that have a meaning in a
// line.
const bare = /^(?!\/\/)[^\s"\\#{}\p{C}\p{Z}][^\s"\\\p{C}\p{Z}]*$/u;
// Characters that are invisible, break the line or reorder the text around them. The two joiners
// stay, because composed emoji need them.
const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Surrogate}]/gu;
const joiners = '\u200c\u200d';

const quoted = /"(?:[^"\\]|\\.)*"?/y;
const unquoted = /[^\s]+/y;

/** Writes a word so that `readToken` returns the same text, in quotes if needed. */
export function writeToken(text: string): string {
  return bare.test(text) ? text : writeQuoted(text);
}

/** A JSON string on one line, with invisible characters escaped. */
export function writeQuoted(text: string): string {
  return JSON.stringify(text).replace(invisible, (character) =>
    joiners.includes(character) ? character : escaped(character),
  );
}

/** The word that begins at `at`. There must be no blank there. */
export function readToken(line: string, at: number): ListToken {
  const pattern = line[at] === '"' ? quoted : unquoted;
  pattern.lastIndex = at;
  const [found = ''] = pattern.exec(line) ?? [];
  const end = at + found.length;
  if (pattern === unquoted) return { text: found, start: at, end, isWhole: true };
  const text = decoded(found);
  return { text: text ?? found, start: at, end, isWhole: text !== undefined };
}

/** The first place from `at` on without a blank, or the length of the line. */
export function skipBlanks(line: string, at: number): number {
  const blanks = /\s*/y;
  blanks.lastIndex = at;
  return at + (blanks.exec(line)?.[0].length ?? 0);
}

function decoded(text: string): string | undefined {
  try {
    return String(JSON.parse(text));
  } catch {
    // Not closed yet, or a wrong escape: the line shows that problem.
    return undefined;
  }
}

function escaped(character: string): string {
  return [...Array(character.length).keys()]
    .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`)
    .join('');
}
