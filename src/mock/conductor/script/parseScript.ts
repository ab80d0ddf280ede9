import { parseExpression } from './parseExpression.ts';
import { createReader, type Reader } from './reader.ts';
import type { Statement } from './expression.ts';

/** @throws {SyntaxError} for JavaScript beyond the subset in expression.ts */
export function parseScript(source: string): readonly Statement[] {
  const reader = createReader(source);
  const statements: Statement[] = [];
  while (reader.peek().kind !== 'end') statements.push(parseStatement(reader));
  return statements;
}

function parseStatement(reader: Reader): Statement {
  if (reader.take('{')) return { kind: 'block', body: parseRest(reader) };
  if (reader.take(';')) return { kind: 'block', body: [] };
  if (reader.take('if')) return parseIf(reader);
  if (reader.take('return')) {
    const ends = [';', '}'].includes(reader.peek().text) || reader.peek().kind === 'end';
    const expression = ends
      ? ({ kind: 'value', value: undefined } as const)
      : parseExpression(reader, parseBody);
    reader.take(';');
    return { kind: 'return', expression };
  }
  const declares = reader.take('var') || reader.take('let') || reader.take('const');
  if (declares || (reader.peek().kind === 'name' && reader.peek(1).text === '=')) {
    const name = reader.name();
    reader.expect('=');
    const expression = parseExpression(reader, parseBody);
    reader.take(';');
    return { kind: 'set', name, expression };
  }
  const expression = parseExpression(reader, parseBody);
  reader.take(';');
  return { kind: 'expression', expression };
}

function parseIf(reader: Reader): Statement {
  reader.expect('(');
  const test = parseExpression(reader, parseBody);
  reader.expect(')');
  const yes = parseStatement(reader);
  return { kind: 'if', test, yes, no: reader.take('else') ? parseStatement(reader) : undefined };
}

function parseBody(reader: Reader): readonly Statement[] {
  if (reader.take('{')) return parseRest(reader);
  return [{ kind: 'return', expression: parseExpression(reader, parseBody) }];
}

function parseRest(reader: Reader): readonly Statement[] {
  const body: Statement[] = [];
  while (!reader.take('}')) body.push(parseStatement(reader));
  return body;
}
