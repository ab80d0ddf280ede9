import { stringifyJson } from '../../domain/json.ts';
import type { Output } from '../../domain/task.ts';

/** The text that shows an output for editing; no digit is lost. Empty for no output. */
export function formatOutput(output: Output): string {
  if (output === undefined) return '';
  return typeof output === 'string' ? output : stringifyJson(output, 2);
}
