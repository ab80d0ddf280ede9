import { isLosslessNumber } from 'lossless-json';
import { isObject, textOf, toNumber, type Json, type JsonObject } from '../../json.ts';
import { broken, type ServerError } from '../serverError.ts';

/** Reads one value of a body as the server's JSON library does. */
type Read<T> = (value: Json) => T;

/** The value of a field; undefined where it is absent or null. @throws {ServerError} 500 */
export function field<T>(body: JsonObject, key: string, read: Read<T>): T | undefined {
  const value = body[key];
  return value === undefined || value === null ? undefined : read(value);
}

/** Numbers and booleans become text. */
export function asText(value: Json): string {
  if (typeof value === 'object' && !isLosslessNumber(value)) throw unreadable(javaText, value);
  return textOf(value);
}

const javaText = 'java.lang.String';

const largestInt = 2_147_483_647;

/** A whole number: fractions are cut off, texts with digits are taken. */
export function asInt(javaType: 'int' | 'long' | 'java.lang.Integer'): Read<number> {
  return (value) => {
    if (typeof value === 'string') {
      const digits = value.trim();
      if (/^(?:[-+]?\d+)?$/.test(digits)) return Number(digits);
      throw broken(
        `JSON parse error: Cannot deserialize value of type \`${javaType}\` from String "${value}": not a valid \`${javaType}\` value`,
      );
    }
    if (typeof value === 'boolean' || (typeof value === 'object' && !isLosslessNumber(value))) {
      throw unreadable(javaType, value);
    }
    const number = Math.trunc(toNumber(value));
    if (javaType !== 'long' && Math.abs(number) > largestInt) {
      throw broken(
        `JSON parse error: Numeric value (${textOf(value)}) out of range of int (-2147483648 - 2147483647)`,
      );
    }
    return number;
  };
}

/** Whole numbers are taken, 0 for false. */
export function asFlag(value: Json): boolean {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number' || typeof value === 'bigint') return Number(value) !== 0;
  if (typeof value !== 'string') throw unreadable('boolean', value);
  if (/^(?:true|True|TRUE)$/.test(value)) return true;
  if (/^(?:false|False|FALSE|\s*)$/.test(value)) return false;
  throw broken(
    `JSON parse error: Cannot deserialize value of type \`boolean\` from String "${value}": only "true"/"True"/"TRUE" or "false"/"False"/"FALSE" recognized`,
  );
}

/** An object with any keys. */
export function asMap(value: Json): JsonObject {
  return asMapOf('java.lang.Object', value);
}

/** An object whose values are texts. */
export function asTextMap(value: Json): JsonObject {
  const entries = Object.entries(asMapOf(javaText, value));
  return Object.fromEntries(
    entries.map(([key, item]) => [key, item === null || item === undefined ? null : asText(item)]),
  );
}

function asMapOf(itemType: string, value: Json): JsonObject {
  if (isObject(value)) return value;
  if (typeof value === 'string') throw noCreator('java.util.LinkedHashMap', value);
  throw unreadable(`java.util.LinkedHashMap<java.lang.String,${itemType}>`, value);
}

/** An object that the server reads into the class `javaType`. */
export function asObject(javaType: string): Read<JsonObject> {
  return (value) => {
    if (isObject(value)) return value;
    throw typeof value === 'string' ? noCreator(javaType, value) : unreadable(javaType, value);
  };
}

/** A list; the server reads its items into the class `itemType`. */
export function asList(itemType: string): Read<Json[]> {
  return (value) => {
    if (Array.isArray(value)) return value;
    if (typeof value === 'string' && itemType === javaText) {
      throw noCreator('java.util.ArrayList', value);
    }
    throw unreadable(`java.util.ArrayList<${itemType}>`, value);
  };
}

/**
 * One of these names, or its place among them. The server's message lists the names in another
 * order than the one that counts.
 */
export function asEnum<T extends string>(
  javaType: string,
  names: readonly T[],
  listed: readonly T[] = names,
): Read<T> {
  return (value) => {
    if (typeof value === 'number') {
      const name = names[value];
      if (name !== undefined) return name;
      throw broken(
        `JSON parse error: Cannot deserialize value of type \`${javaType}\` from number ${value}: index value outside legal index range [0..${names.length - 1}]`,
      );
    }
    if (typeof value !== 'string') throw unreadable(javaType, value);
    if (value.trim() === '') {
      throw broken(
        `JSON parse error: Cannot coerce empty String ("") to \`${javaType}\` value (but could if coercion was enabled using \`CoercionConfig\`)`,
      );
    }
    const name = names.find((one) => one === value);
    if (name !== undefined) return name;
    throw broken(
      `JSON parse error: Cannot deserialize value of type \`${javaType}\` from String "${value}": not one of the values accepted for Enum class: [${listed.join(', ')}]`,
    );
  };
}

/** The server's error for a value of another kind. */
export function unreadable(javaType: string, value: Json): ServerError {
  const [kind, token] = kindOf(value);
  return broken(
    `JSON parse error: Cannot deserialize value of type \`${javaType}\` from ${kind} value (token \`JsonToken.${token}\`)`,
  );
}

function noCreator(javaType: string, text: string): ServerError {
  return broken(
    `JSON parse error: Cannot construct instance of \`${javaType}\` (although at least one Creator exists): no String-argument constructor/factory method to deserialize from String value ('${text}')`,
  );
}

function kindOf(value: Json): readonly [string, string] {
  if (Array.isArray(value)) return ['Array', 'START_ARRAY'];
  if (isLosslessNumber(value)) return ['Floating-point', 'VALUE_NUMBER_FLOAT'];
  if (typeof value === 'object') return ['Object', 'START_OBJECT'];
  if (typeof value === 'boolean') return ['Boolean', value ? 'VALUE_TRUE' : 'VALUE_FALSE'];
  if (typeof value === 'string') return ['String', 'VALUE_STRING'];
  return ['Integer', 'VALUE_NUMBER_INT'];
}
