import { isLosslessNumber } from 'lossless-json';
import { isObject, textOf, type Json, type JsonObject } from '../../json.ts';
import { toJson } from '../script/toJson.ts';
import { operate } from '../script/operate.ts';
import { parseJq, type Filter } from './parseJq.ts';

/**
 * The values that a jq filter makes of a value. @throws {SyntaxError} for jq that the mock does not
 * know @throws {TypeError} where jq fails
 */
export function runJq(source: string, value: Json): Json[] {
  return run(parseJq(source), value);
}

function run(filter: Filter, value: Json): Json[] {
  switch (filter.kind) {
    case 'this':
      return [value];
    case 'value':
      return [filter.value];
    case 'key':
      return run(filter.of, value).flatMap((of) =>
        run(filter.key, value).map((key) => member(of, key)),
      );
    case 'each':
      return run(filter.of, value).flatMap(itemsOf);
    case 'pipe':
      return run(filter.first, value).flatMap((first) => run(filter.second, first));
    case 'both':
      return [...run(filter.left, value), ...run(filter.right, value)];
    case 'list':
      return [filter.of === undefined ? [] : run(filter.of, value)];
    case 'object':
      return objects(filter.entries, value);
    case 'call':
      return call(filter, value);
    default:
      return run(filter.right, value).flatMap((right) =>
        run(filter.left, value).map((left) => binary(filter.sign, left, right)),
      );
  }
}

/** One object for each combination of the values of its entries. */
function objects(entries: readonly (readonly [Filter, Filter])[], value: Json): JsonObject[] {
  let made: JsonObject[] = [{}];
  for (const [key, item] of entries) {
    const name = textOf(run(key, value)[0]);
    const items = run(item, value);
    made = made.flatMap((one) => items.map((each) => ({ ...one, [name]: each })));
  }
  return made;
}

function member(of: Json, key: Json): Json {
  if (of === null) return null;
  if (isObject(of) && typeof key === 'string') {
    return Object.hasOwn(of, key) ? (of[key] ?? null) : null;
  }
  if (Array.isArray(of) && typeof key === 'number') return of.at(key) ?? null;
  throw new TypeError(`Cannot index ${typeOf(of)} with "${textOf(key)}"`);
}

function itemsOf(value: Json): Json[] {
  if (Array.isArray(value)) return value;
  if (isObject(value)) return Object.values(value).map((item) => item ?? null);
  throw new TypeError(`Cannot iterate over ${typeOf(value)}`);
}

function call({ name, args }: Extract<Filter, { kind: 'call' }>, value: Json): Json[] {
  const [arg] = args;
  if (name === 'map' && arg) return [itemsOf(value).flatMap((item) => run(arg, item))];
  if (name === 'select' && arg)
    return run(arg, value)
      .filter(isTrue)
      .map(() => value);
  if (name === 'length') return [lengthOf(value)];
  if (name === 'keys' && isObject(value)) return [Object.keys(value).toSorted()];
  if (name === 'not') return [!isTrue(value)];
  if (name === 'type') return [typeOf(value)];
  if (name === 'empty') return [];
  throw new SyntaxError(`The mock server does not know the jq function ${name}`);
}

function isTrue(value: Json): boolean {
  return value !== null && value !== false;
}

function lengthOf(value: Json): number {
  if (value === null) return 0;
  if (Array.isArray(value) || typeof value === 'string') return value.length;
  if (isObject(value)) return Object.keys(value).length;
  throw new TypeError(`${typeOf(value)} has no length`);
}

function typeOf(value: Json): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return isLosslessNumber(value) || typeof value === 'bigint' ? 'number' : typeof value;
}

function binary(sign: string, left: Json, right: Json): Json {
  if (sign === 'and') return isTrue(left) && isTrue(right);
  if (sign === 'or') return isTrue(left) || isTrue(right);
  const strict = sign === '==' || sign === '!=' ? `${sign}=` : sign;
  return toJson(operate(strict, plain(left), () => plain(right)));
}

function plain(value: Json): unknown {
  return isLosslessNumber(value) ? Number(value.value) : value;
}
