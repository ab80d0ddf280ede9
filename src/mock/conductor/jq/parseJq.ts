import { tokensOf } from '../script/token.ts';

/** The subset of jq for JSON_JQ_TRANSFORM. Every filter makes any number of values from one. */
export type Filter =
  | { readonly kind: 'this' }
  | { readonly kind: 'value'; readonly value: null | boolean | number | string }
  | { readonly kind: 'key'; readonly of: Filter; readonly key: Filter }
  | { readonly kind: 'each'; readonly of: Filter }
  | { readonly kind: 'pipe'; readonly first: Filter; readonly second: Filter }
  | { readonly kind: 'both'; readonly left: Filter; readonly right: Filter }
  | { readonly kind: 'list'; readonly of: Filter | undefined }
  | { readonly kind: 'object'; readonly entries: readonly (readonly [Filter, Filter])[] }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Filter[] }
  | {
      readonly kind: 'binary';
      readonly sign: string;
      readonly left: Filter;
      readonly right: Filter;
    };

interface Reader {
  readonly peek: () => string;
  readonly next: () => Token;
  readonly take: (text: string) => boolean;
}

type Token = ReturnType<typeof tokensOf>[number];

const end: Token = { kind: 'end', text: 'the end' };
const ranks: readonly (readonly string[])[] = [
  ['or'],
  ['and'],
  ['==', '!=', '<', '>', '<=', '>='],
  ['+', '-'],
  ['*', '/', '%'],
];

/** @throws {SyntaxError} for jq beyond the subset above */
export function parseJq(source: string): Filter {
  const tokens = tokensOf(source);
  let at = 0;
  const reader: Reader = {
    peek: () => signOf(tokens[at]),
    next: () => tokens[at++] ?? end,
    take(text) {
      if (signOf(tokens[at]) !== text) return false;
      at += 1;
      return true;
    },
  };
  const filter = parsePipe(reader);
  if (reader.peek() !== 'the end') throw unknown(reader.peek());
  return filter;
}

/** A token's text; a quoted text is never taken for a sign. */
function signOf(token: Token = end): string {
  return token.kind === 'text' ? '"' : token.text;
}

function unknown(text: string): SyntaxError {
  return new SyntaxError(`The mock server does not understand the jq filter at: ${text}`);
}

function expect(reader: Reader, text: string): void {
  if (!reader.take(text)) throw unknown(reader.peek());
}

function parsePipe(reader: Reader): Filter {
  const first = parseBoth(reader);
  return reader.take('|') ? { kind: 'pipe', first, second: parsePipe(reader) } : first;
}

function parseBoth(reader: Reader): Filter {
  let left = parseBinary(reader, 0);
  while (reader.take(',')) left = { kind: 'both', left, right: parseBinary(reader, 0) };
  return left;
}

function parseBinary(reader: Reader, rank: number): Filter {
  const signs = ranks[rank];
  if (signs === undefined) return parsePostfix(reader);
  let left = parseBinary(reader, rank + 1);
  while (signs.includes(reader.peek())) {
    const { text: sign } = reader.next();
    left = { kind: 'binary', sign, left, right: parseBinary(reader, rank + 1) };
  }
  return left;
}

function parsePostfix(reader: Reader): Filter {
  let filter = parsePrimary(reader);
  for (;;) {
    if (reader.take('.')) filter = parseName(reader, filter);
    else if (reader.take('[')) filter = parseIndex(reader, filter);
    else if (!reader.take('?')) return filter;
  }
}

function parseName(reader: Reader, of: Filter): Filter {
  if (reader.take('[')) return parseIndex(reader, of);
  return { kind: 'key', of, key: { kind: 'value', value: reader.next().text } };
}

function parseIndex(reader: Reader, of: Filter): Filter {
  if (reader.take(']')) return { kind: 'each', of };
  const isNegative = reader.take('-');
  const key = parsePipe(reader);
  expect(reader, ']');
  const sign = '-';
  const zero: Filter = { kind: 'value', value: 0 };
  return {
    kind: 'key',
    of,
    key: isNegative ? { kind: 'binary', sign, left: zero, right: key } : key,
  };
}

function parsePrimary(reader: Reader): Filter {
  const token = reader.next();
  if (token.kind === 'number') return { kind: 'value', value: Number(token.text) };
  if (token.kind === 'text') return { kind: 'value', value: token.text };
  if (token.kind === 'name') return parseCall(reader, token.text);
  if (token.text === '.') return parseStart(reader);
  if (token.text === '(') return closed(reader, ')');
  if (token.text === '[') {
    return { kind: 'list', of: reader.take(']') ? undefined : closed(reader, ']') };
  }
  if (token.text === '{') return { kind: 'object', entries: parseEntries(reader) };
  throw unknown(token.text);
}

function closed(reader: Reader, close: string): Filter {
  const filter = parsePipe(reader);
  expect(reader, close);
  return filter;
}

/** What follows the first point: a name, a bracket, or nothing. */
function parseStart(reader: Reader): Filter {
  const own: Filter = { kind: 'this' };
  if (reader.peek() === '"' || /^[A-Za-z_$]/.test(reader.peek())) {
    const isEnd = reader.peek() === 'the end' || ranks.flat().includes(reader.peek());
    return isEnd ? own : parseName(reader, own);
  }
  return own;
}

const constants: ReadonlyMap<string, null | boolean> = new Map([
  ['null', null],
  ['true', true],
  ['false', false],
]);

function parseCall(reader: Reader, name: string): Filter {
  const value = constants.get(name);
  if (value !== undefined) return { kind: 'value', value };
  if (!reader.take('(')) return { kind: 'call', name, args: [] };
  return { kind: 'call', name, args: [closed(reader, ')')] };
}

function parseEntries(reader: Reader): [Filter, Filter][] {
  const entries: [Filter, Filter][] = [];
  while (!reader.take('}')) {
    const key: Filter = { kind: 'value', value: reader.next().text };
    const own: Filter = { kind: 'key', of: { kind: 'this' }, key };
    entries.push([key, reader.take(':') ? parseBinary(reader, 0) : own]);
    if (!reader.take(',')) {
      expect(reader, '}');
      break;
    }
  }
  return entries;
}
