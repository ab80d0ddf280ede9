import { parseOutput } from '../../app/output/parseOutput.ts';
import { isJsonObject, stringifyJson } from '../../domain/json.ts';
import type { Json } from '../../domain/json.ts';
import type { FieldOption } from '../../domain/taskUpdate.ts';

/** What a field's box holds: nothing, a value, or text that is not a value yet. */
export type ParsedField =
  | { readonly kind: 'none' }
  | { readonly kind: 'value'; readonly value: Json }
  | { readonly kind: 'bad'; readonly message: string };

// A one-line box cannot hold line breaks, so people type `\n`. A line with a literal `\n` cannot be
// typed.
const lineBreak = String.raw`\n`;

/** Parses the text of a field's box. A blank field is not sent. */
export function parseField({ kind, label }: FieldOption, typed: string): ParsedField {
  const text = typed.trim();
  if (text === '') return { kind: 'none' };
  switch (kind) {
    case 'text':
      return { kind: 'value', value: text };
    case 'number':
      return /^\d{1,15}$/.test(text)
        ? { kind: 'value', value: Number(text) }
        : { kind: 'bad', message: `${label} is a whole number, such as 30.` };
    case 'lines':
      return { kind: 'value', value: linesOf(text) };
    case 'object':
      return parseObject(text);
  }
}

/**
 * The text that a field's box opens with. A half-typed value of a draft is shown as it was typed.
 */
export function fieldText(value: Json | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(String).join(lineBreak);
  return stringifyJson(value);
}

/** Can the value be sent? A draft may hold a half-typed text in its place. */
export function isComplete({ kind }: FieldOption, value: Json): boolean {
  if (kind === 'object') return isJsonObject(value);
  return kind === 'text' || typeof value !== 'string';
}

function linesOf(text: string): readonly string[] {
  return text
    .split(lineBreak)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function parseObject(text: string): ParsedField {
  const parsed = parseOutput(text, { kind: 'object', modes: ['merge'], limitBytes: Infinity });
  if (parsed.kind === 'bad') {
    return { kind: 'bad', message: parsed.problems[0]?.message ?? 'It cannot be read.' };
  }
  if (parsed.output?.kind !== 'object') return { kind: 'none' };
  return { kind: 'value', value: parsed.output.value };
}
