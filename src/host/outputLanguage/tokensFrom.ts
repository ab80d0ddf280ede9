import { createScanner } from 'jsonc-parser';

/** The kinds of tokens that matter for where the cursor stands. */
export type TokenKind =
  | '{'
  | '}'
  | '['
  | ']'
  | ','
  | ':'
  /** A text in quotes, closed or not. */
  | 'string'
  /** A number, true, false, null, or what was begun without quotes. */
  | 'word'
  | 'comment';

/** A piece of a JSON text; offsets are UTF-16 units, `end` is exclusive. */
export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
  /** Of a string: without quotes and escapes. */
  readonly value: string;
  /** False for a text or a comment that breaks off. */
  readonly isClosed: boolean;
}

// By the numbers of jsonc-parser's SyntaxKind, whose names do not exist at run time; blanks are
// left out.
const kinds: Readonly<Record<number, TokenKind>> = {
  1: '{',
  2: '}',
  3: '[',
  4: ']',
  5: ',',
  6: ':',
  7: 'word',
  8: 'word',
  9: 'word',
  10: 'string',
  11: 'word',
  12: 'comment',
  13: 'comment',
  16: 'word',
};
const endOfFile: number = 17;
// ScanError: a comment or a text that breaks off.
const brokenOff: readonly number[] = [1, 2];

/** The tokens from an offset on; never fails, whatever the text is. */
export function tokensFrom(text: string, from: number): readonly Token[] {
  const scanner = createScanner(text);
  scanner.setPosition(from);
  const tokens: Token[] = [];
  for (;;) {
    const scanned: number = scanner.scan();
    if (scanned === endOfFile) return tokens;
    const kind = kinds[scanned];
    if (kind === undefined) continue;
    const start = scanner.getTokenOffset();
    tokens.push({
      kind,
      start,
      end: start + scanner.getTokenLength(),
      value: scanner.getTokenValue(),
      isClosed: !brokenOff.includes(scanner.getTokenError()),
    });
  }
}
