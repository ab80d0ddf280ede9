import { EngineError } from '../../../domain/engineError.ts';
import type { Json } from '../../../domain/json.ts';
import { logLineLimit } from './updateOptions.ts';

/**
 * Accepts a list of lines or one text. Throws EngineError where the server would drop some lines.
 */
export function logLines(value: Json | undefined): readonly string[] {
  const lines = (Array.isArray(value) ? value : [value]).flatMap((line: Json | undefined) =>
    typeof line === 'string' ? line.split(/\r?\n/) : [],
  );
  const filled = lines.filter((line) => line.trim() !== '');
  if (filled.length <= logLineLimit) return filled;
  const message = `One update carries at most ${logLineLimit} log lines.`;
  throw new EngineError('invalid', message, { nothingApplied: true });
}
