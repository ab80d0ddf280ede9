import { isLosslessNumber, LosslessNumber } from 'lossless-json';
import { isObject, printDouble, type Json, type JsonObject } from '../../json.ts';

/** The JSON of a script's value: null for what has none, such as a function. */
export function toJson(value: unknown): Json {
  if (value === undefined || value === null) return null;
  if (typeof value === 'number') {
    // As Jackson prints infinity and NaN.
    if (!Number.isFinite(value)) return String(value);
    return Number.isSafeInteger(value) ? value : new LosslessNumber(printDouble(value));
  }
  if (Array.isArray(value)) return value.map(toJson);
  if (isPlain(value)) {
    const entries = Object.entries(value).map(([key, item]) => [key, toJson(item)]);
    return Object.fromEntries(entries) as JsonObject;
  }
  if (typeof value === 'object' && !isLosslessNumber(value)) return null;
  return value as Json;
}

function isPlain(value: unknown): value is object {
  return isObject(value) && Object.getPrototypeOf(value) === Object.prototype;
}
