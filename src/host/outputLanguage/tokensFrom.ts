import { createScanner } from 'jsonc-parser';

/** The kinds of tokens that matter for the cursor's context. */
export type TokenKind =
  | '{'
  | '}'
  | '['
  | ']'
  | ','
  | ':'
  /** A quoted text, closed or not. */
  | 'string'
  /** A number, true, false, null, or unquoted text. */
  | 'word'
  | 'comment';

/** A piece of a JSON text; offsets are UTF-16 units, `end` is exclusive. */
export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
  /** For a string: without quotes and escapes. */
  readonly value: string;
  /** False for an unfinished text or comment. */
  readonly isClosed: boolean;
}

// Keyed by the numbers of jsonc-parser's SyntaxKind, whose names do not exist at run time.
// Whitespace is left out.
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
// The numbers of jsonc-parser's ScanError for an unfinished comment or text.
const brokenOff: readonly number[] = [1, 2];

/** The tokens after an offset. It never throws, whatever the text is. */
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
