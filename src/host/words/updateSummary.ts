import type { TaskUpdate } from '../../domain/update.ts';

/** What was sent, in one word: the status, else what else there was. */
export function updateSummary({ status, output, fields }: TaskUpdate): string {
  if (status !== undefined) return status;
  if (output !== undefined) return output.kind === 'text' ? 'result' : 'output';
  return Object.keys(fields ?? {}).join(', ');
}
