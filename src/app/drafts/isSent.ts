import { jsonEquals } from '../../domain/json.ts';
import type { TaskUpdate } from '../../domain/taskUpdate.ts';
import type { Draft } from './drafts.ts';
import { parseOutput } from '../output/parseOutput.ts';

export function isTyped(update: TaskUpdate): boolean {
  return update.output !== undefined || update.reason !== undefined || update.fields !== undefined;
}

/** Does the update hold everything that the draft holds? */
export function isSent(draft: Draft, update: TaskUpdate): boolean {
  const fields = Object.entries(draft.fields ?? {});
  return (
    isTextSent(draft, update) &&
    ['', update.reason?.trim()].includes(draft.reason?.trim() ?? '') &&
    fields.every(([key, value]) => jsonEquals(value, update.fields?.[key]))
  );
}

/** Does the update hold the whole content of a text? Comments and empty braces are no content. */
export function isTextSent(
  { text, kind }: Pick<Draft, 'text' | 'kind'>,
  { output }: TaskUpdate,
): boolean {
  if (text === undefined || text.trim() === '') return true;
  if (output?.kind === 'text') return output.text === text;
  return kind !== 'text' && isObjectSent(text, output);
}

function isObjectSent(
  text: string,
  output: Extract<TaskUpdate['output'], { kind: 'object' }> | undefined,
): boolean {
  const parsed = parseOutput(text, { kind: 'object', modes: ['merge'], limitBytes: Infinity });
  if (parsed.kind === 'bad' || parsed.output?.kind === 'text') return false;
  // A document that was only opened holds comments or empty braces: nothing to send.
  return jsonEquals(parsed.output?.value ?? {}, output?.value ?? {});
}
