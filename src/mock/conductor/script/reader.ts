import { tokensOf, type Token } from './token.ts';

/** Walks over the words of a script. */
export interface Reader {
  /** The next word without taking it. */
  peek(ahead?: number): Token;
  next(): Token;
  /** Takes the next word if it is this sign or name. */
  take(text: string): boolean;
  /** @throws {SyntaxError} unless the next word is this */
  expect(text: string): void;
  /** @throws {SyntaxError} unless a name comes next */
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
