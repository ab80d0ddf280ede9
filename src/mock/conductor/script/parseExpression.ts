import type { Reader } from './reader.ts';
import type { Expression, Statement } from './expression.ts';

/**
 * Parses a function's body. Passed in as a parameter, since statements and expressions contain each
 * other.
 */
export type ReadBody = (reader: Reader) => readonly Statement[];

const precedence: Readonly<Record<string, number>> = {
  '||': 1,
  '&&': 2,
  '==': 3,
  '!=': 3,
  '===': 3,
  '!==': 3,
  '<': 4,
  '>': 4,
  '<=': 4,
  '>=': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
  '%': 6,
};

export function parseExpression(reader: Reader, body: ReadBody): Expression {
  const test = parseBinary(reader, body, 0);
  if (!reader.take('?')) return test;
  const yes = parseExpression(reader, body);
  reader.expect(':');
  return { kind: 'choice', test, yes, no: parseExpression(reader, body) };
}

function parseBinary(reader: Reader, body: ReadBody, least: number): Expression {
  let left = parseUnary(reader, body);
  for (;;) {
    const token = reader.peek();
    const rank = token.kind === 'sign' ? (precedence[token.text] ?? 0) : 0;
    if (rank <= least) return left;
    reader.next();
    left = { kind: 'binary', sign: token.text, left, right: parseBinary(reader, body, rank) };
  }
}

function parseUnary(reader: Reader, body: ReadBody): Expression {
  for (const sign of ['!', '-', '+', 'typeof']) {
    if (reader.take(sign)) return { kind: 'unary', sign, operand: parseUnary(reader, body) };
  }
  return parsePostfix(reader, body);
}

function parsePostfix(reader: Reader, body: ReadBody): Expression {
  let expression = parsePrimary(reader, body);
  for (;;) {
    if (reader.take('.')) {
      const key: Expression = { kind: 'value', value: reader.name() };
      expression = { kind: 'member', object: expression, key };
    } else if (reader.take('[')) {
      const key = parseExpression(reader, body);
      reader.expect(']');
      expression = { kind: 'member', object: expression, key };
    } else if (reader.take('(')) {
      expression = { kind: 'call', target: expression, args: parseList(reader, body, ')') };
    } else {
      return expression;
    }
  }
}

function parsePrimary(reader: Reader, body: ReadBody): Expression {
  const token = reader.next();
  if (token.kind === 'number') return { kind: 'value', value: Number(token.text) };
  if (token.kind === 'text') return { kind: 'value', value: token.text };
  if (token.kind === 'name') return parseName(token.text, reader, body);
  if (token.text === '[') return { kind: 'array', items: parseList(reader, body, ']') };
  if (token.text === '{') return { kind: 'object', entries: parseEntries(reader, body) };
  if (token.text !== '(') throw new SyntaxError(`Unexpected ${token.text} in the script`);
  if (reader.peek().text === ')' && reader.peek(1).text === '=>') {
    reader.next();
    reader.next();
    return { kind: 'function', body: body(reader) };
  }
  const inner = parseExpression(reader, body);
  reader.expect(')');
  return inner;
}

const constants: ReadonlyMap<string, null | boolean | undefined> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
  ['undefined', undefined],
]);

function parseName(name: string, reader: Reader, body: ReadBody): Expression {
  if (constants.has(name)) return { kind: 'value', value: constants.get(name) };
  if (name !== 'function') return { kind: 'name', name };
  if (reader.peek().kind === 'name') reader.next();
  reader.expect('(');
  reader.expect(')');
  return { kind: 'function', body: body(reader) };
}

function parseList(reader: Reader, body: ReadBody, close: string): Expression[] {
  const items: Expression[] = [];
  while (!reader.take(close)) {
    items.push(parseExpression(reader, body));
    if (!reader.take(',')) {
      reader.expect(close);
      break;
    }
  }
  return items;
}

function parseEntries(reader: Reader, body: ReadBody): [string, Expression][] {
  const entries: [string, Expression][] = [];
  while (!reader.take('}')) {
    const key = reader.next().text;
    reader.expect(':');
    entries.push([key, parseExpression(reader, body)]);
    if (!reader.take(',')) {
      reader.expect('}');
      break;
    }
  }
  return entries;
}
