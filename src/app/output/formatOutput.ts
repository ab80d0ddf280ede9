import { stringifyJson } from '../../domain/json.ts';
import type { Output } from '../../domain/task.ts';

/** An output as text for editing, with every digit kept. Empty for no output. */
export function formatOutput(output: Output): string {
  if (output === undefined) return '';
  return typeof output === 'string' ? output : stringifyJson(output, 2);
}
