import { stringifyJson } from '../../domain/json.ts';
import type { TaskUpdate } from '../../domain/taskUpdate.ts';

const shownCharacters = 60;

/** An update in a few words: "COMPLETED with {"approved":true}, a reason". */
export function updateWords({ status, output, reason, fields }: TaskUpdate): string {
  const parts = [
    output === undefined ? undefined : shortened(outputText(output)),
    reason === undefined || reason === '' ? undefined : 'a reason',
    ...Object.keys(fields ?? {}),
  ].filter((part) => part !== undefined);
  if (parts.length === 0) return status ?? 'nothing';
  return status === undefined ? parts.join(', ') : `${status} with ${parts.join(', ')}`;
}

function outputText(output: NonNullable<TaskUpdate['output']>): string {
  return output.kind === 'text' ? JSON.stringify(output.text) : stringifyJson(output.value);
}

function shortened(text: string): string {
  if (text.length <= shownCharacters) return text;
  return `${text.slice(0, shownCharacters).replace(/\p{Surrogate}$/u, '')}…`;
}
