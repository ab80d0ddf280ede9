import { tokensOf, type Token } from './token.ts';

/** Reads the tokens of a script one by one. */
export interface Reader {
  /** The next token, which stays next. */
  peek(ahead?: number): Token;
  next(): Token;
  /** Consumes the next token if it is this sign or name. */
  take(text: string): boolean;
  /** Consumes the next token. @throws {SyntaxError} unless it is this */
  expect(text: string): void;
  /** Consumes a name. @throws {SyntaxError} for any other token */
  name(): string;
}

const end: Token = { kind: 'end', text: 'the end' };

export function createReader(source: string): Reader {
  const tokens = tokensOf(source);
  let at = 0;
  const peek = (ahead = 0) => tokens[at + ahead] ?? end;
  const fail = (token: Token): never => {
    throw new SyntaxError(`The mock server does not understand the script at: ${token.text}`);
  };
  const is = (token: Token, text: string) =>
    token.text === text && (token.kind === 'sign' || token.kind === 'name');
  return {
    peek,
    next: () => tokens[at++] ?? fail(end),
    take(text) {
      if (!is(peek(), text)) return false;
      at++;
      return true;
    },
    expect(text) {
      if (!is(peek(), text)) fail(peek());
      at++;
    },
    name: () => (peek().kind === 'name' ? (tokens[at++]?.text ?? '') : fail(peek())),
  };
}
