import { isJsonObject, jsonEquals, stringifyJson } from '../../domain/json.ts';
import type { Composition } from '../compose/composition.ts';
import type { LinkedUpdate } from './link.ts';

/** A draft as a link carries it; what is blank is left out. */
export function toLinkedUpdate(draft: Composition): LinkedUpdate {
  const { status, text, mode, reason, fields } = draft;
  const hasText = (text ?? '').trim() !== '';
  const output = hasText ? { output: text, mode } : {};
  const hasFields = Object.keys(fields ?? {}).length > 0;
  return given({
    status,
    ...output,
    reason: reason === '' ? undefined : reason,
    fields: hasFields && isJsonObject(fields) ? fields : undefined,
  });
}

/** Without what is undefined. */
function given(update: {
  readonly [Key in keyof LinkedUpdate]: LinkedUpdate[Key] | undefined;
}): LinkedUpdate {
  return Object.fromEntries(Object.entries(update).filter(([, value]) => value !== undefined));
}

export function toComposition({ output, ...others }: LinkedUpdate): Composition {
  return { ...others, ...(output === undefined ? {} : { text: output }) };
}

/** Would both send the same? */
export function isSameUpdate(a: Composition, b: Composition): boolean {
  const [one, other] = [toLinkedUpdate(a), toLinkedUpdate(b)];
  const words = ['status', 'output', 'mode', 'reason'] as const;
  return (
    words.every((word) => one[word] === other[word]) &&
    jsonEquals(one.fields ?? {}, other.fields ?? {})
  );
}

/** A draft as a text that can be read beside another. */
export function compositionText({ status, text, mode, reason, fields }: Composition): string {
  return [
    `status: ${status ?? '(none)'}`,
    `reason: ${reason ?? '(none)'}`,
    ...(mode === undefined ? [] : [`output is to: ${mode}`]),
    ...(fields === undefined ? [] : [`fields: ${stringifyJson(fields, 2)}`]),
    '',
    text ?? '(no output)',
    '',
  ].join('\n');
}
