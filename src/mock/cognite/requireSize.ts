import { type JsonObject, printJson } from '../json.ts';
import { badRequest } from './apiError.ts';

const limitBytes = 100 * 1024;

/** @throws {ApiError} 400 for an object of more than 100 KB */
export function requireSize(value: JsonObject | undefined, name: string): void {
  if (value === undefined) return;
  if (new TextEncoder().encode(printJson(value)).length <= limitBytes) return;
  throw badRequest(`${name} must not be larger than 100 KB.`);
}
