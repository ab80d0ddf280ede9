import { isLosslessNumber } from 'lossless-json';
import { isObject, type Json } from '../../json.ts';
import { callMethod } from './callMethod.ts';
import { operate } from './operate.ts';
import { parseScript } from './parseScript.ts';
import { toJson } from './toJson.ts';
import type { Expression, Statement } from './expression.ts';

/**
 * Runs a script of a workflow definition on plain values and returns its result. An interpreter of
 * our own, never eval: a client of the mock must not be able to run code in its process. @throws
 * {TypeError} as JavaScript does, for a key of undefined @throws {SyntaxError} for JavaScript that
 * the mock does not support
 */
export function evaluate(source: string, names: Readonly<Record<string, Json>>): Json {
  const scope = new Map<string, unknown>(Object.entries(names));
  return toJson(run(parseScript(source), scope).value);
}

interface Result {
  readonly value: unknown;
  readonly returned: boolean;
}

type Scope = Map<string, unknown>;

class ScriptFunction {
  readonly body: readonly Statement[];
  constructor(body: readonly Statement[]) {
    this.body = body;
  }
}

function run(statements: readonly Statement[], scope: Scope): Result {
  let last: unknown;
  for (const statement of statements) {
    const result = step(statement, scope);
    if (result.returned) return result;
    last = result.value;
  }
  return { value: last, returned: false };
}

function step(statement: Statement, scope: Scope): Result {
  switch (statement.kind) {
    case 'expression':
      return { value: valueOf(statement.expression, scope), returned: false };
    case 'set':
      scope.set(statement.name, valueOf(statement.expression, scope));
      return { value: undefined, returned: false };
    case 'return':
      return { value: valueOf(statement.expression, scope), returned: true };
    case 'block':
      return run(statement.body, scope);
    default:
      if (plain(valueOf(statement.test, scope))) return step(statement.yes, scope);
      return statement.no ? step(statement.no, scope) : { value: undefined, returned: false };
  }
}

function valueOf(expression: Expression, scope: Scope): unknown {
  switch (expression.kind) {
    case 'value':
      return expression.value;
    case 'name':
      return lookUp(expression.name, scope);
    case 'array':
      return expression.items.map((item) => valueOf(item, scope));
    case 'object':
      return objectOf(expression, scope);
    case 'member':
      return member(expression, scope);
    case 'call':
      return call(expression, scope);
    case 'function':
      return new ScriptFunction(expression.body);
    case 'unary':
      return unary(expression.sign, plain(valueOf(expression.operand, scope)));
    case 'binary':
      return operate(expression.sign, plain(valueOf(expression.left, scope)), () =>
        plain(valueOf(expression.right, scope)),
      );
    default: {
      const { test, yes, no } = expression;
      return valueOf(plain(valueOf(test, scope)) ? yes : no, scope);
    }
  }
}

function lookUp(name: string, scope: Scope): unknown {
  if (!scope.has(name)) throw new ReferenceError(`${name} is not defined`);
  return scope.get(name);
}

function objectOf(expression: Extract<Expression, { kind: 'object' }>, scope: Scope): unknown {
  const entries = expression.entries.map(([key, value]) => [key, valueOf(value, scope)] as const);
  return Object.fromEntries(entries);
}

function member(expression: Extract<Expression, { kind: 'member' }>, scope: Scope): unknown {
  const object = plain(valueOf(expression.object, scope));
  const key = String(plain(valueOf(expression.key, scope)));
  if (object === null || object === undefined) {
    throw new TypeError(`Cannot read property '${key}' of ${String(object)}`);
  }
  if (typeof object === 'string' || Array.isArray(object)) {
    return key === 'length' ? object.length : object[Number(key)];
  }
  return isObject(object) && Object.hasOwn(object, key) ? object[key] : undefined;
}

function call(expression: Extract<Expression, { kind: 'call' }>, scope: Scope): unknown {
  const { target } = expression;
  if (target.kind === 'member' && target.key.kind === 'value') {
    const object = plain(valueOf(target.object, scope));
    const args = expression.args.map((arg) => plain(valueOf(arg, scope)));
    return callMethod(object, String(target.key.value), args);
  }
  const callee = valueOf(target, scope);
  if (!(callee instanceof ScriptFunction)) throw new TypeError('not a function');
  const result = run(callee.body, new Map(scope));
  return result.returned ? result.value : undefined;
}

function unary(sign: string, operand: unknown): unknown {
  if (sign === '!') return !operand;
  if (sign === 'typeof') return typeof operand;
  return sign === '-' ? -Number(operand) : Number(operand);
}

/** Lossless numbers become doubles when a script uses them. */
function plain(value: unknown): unknown {
  return isLosslessNumber(value) ? Number(value.value) : value;
}
