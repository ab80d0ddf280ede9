import { isLosslessNumber } from 'lossless-json';
import { isObject, type Json } from '../json.ts';

/** Java's Map.toString, in which summaries print inputs and outputs: `{a=1, b=[x, null]}`. */
export function javaText(value: Json | undefined): string {
  if (value === null || value === undefined) return 'null';
  if (isLosslessNumber(value)) return value.value;
  if (Array.isArray(value)) return `[${value.map(javaText).join(', ')}]`;
  if (isObject(value)) {
    const entries = Object.entries(value).map(([key, item]) => `${key}=${javaText(item)}`);
    return `{${entries.join(', ')}}`;
  }
  return String(value);
}
