/** How the parser reads what JavaScript's own parser would change or refuse. */
export interface ExactOptions {
  readonly number: (token: string) => unknown;
  /** A bare word that is no JSON, such as NaN; undefined refuses it. */
  readonly word?: (word: string) => unknown;
}

/** Reads a JSON text from its start to its end. Each method throws SyntaxError. */
export interface JsonTokens {
  /** True where this sign comes next; it is then read. */
  skip(sign: string): boolean;
  /** Reads a key and its colon. */
  key(): string;
  /** Reads a text, a number or a word. */
  scalar(): unknown;
  isAtEnd(): boolean;
  fail(): never;
}

const blank = /[ \t\n\r]*/y;
const numberToken = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const wordToken = /-?[A-Za-z]+/y;
const words: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

export function jsonTokens(text: string, options: ExactOptions): JsonTokens {
  let at = 0;

  const token = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? '';
    at += found.length;
    return found;
  };
  const fail = (): never => {
    throw new SyntaxError(`This is not JSON at position ${at}.`);
  };
  const skip = (sign: string): boolean => {
    token(blank);
    if (text[at] !== sign) return false;
    at += 1;
    return true;
  };
  const string = (): string => {
    const end = endOfString(text, at);
    const value = JSON.parse(text.slice(at, end)) as string;
    at = end;
    return value;
  };

  return {
    skip,
    fail,
    key: () => {
      token(blank);
      const name = text[at] === '"' ? string() : fail();
      return skip(':') ? name : fail();
    },
    scalar: () => {
      token(blank);
      if (text[at] === '"') return string();
      const digits = token(numberToken);
      if (digits !== '') return options.number(digits);
      const word = token(wordToken);
      const value = words.has(word) ? words.get(word) : options.word?.(word);
      return value === undefined ? fail() : value;
    },
    isAtEnd: () => {
      token(blank);
      return at === text.length;
    },
  };
}

/**
 * The index after the string that starts here, or the end of the text if the string is not closed.
 */
export function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end >= 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end < 0 ? text.length : end + 1;
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text[at - 1 - slashes] === '\\') slashes += 1;
  return slashes % 2 === 1;
}
