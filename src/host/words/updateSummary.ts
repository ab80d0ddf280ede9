import type { TaskUpdate } from '../../domain/taskUpdate.ts';

/** An update in one word: its status, else the part that it sets. */
export function updateSummary({ status, output, fields }: TaskUpdate): string {
  if (status !== undefined) return status;
  if (output !== undefined) return output.kind === 'text' ? 'result' : 'output';
  return Object.keys(fields ?? {}).join(', ');
}
