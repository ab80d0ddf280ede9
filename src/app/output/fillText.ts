import { format } from 'jsonc-parser';
import type { Edit } from 'jsonc-parser';
import { isJsonObject, stringifyJson, utf8Bytes } from '../../domain/json.ts';
import type { OutputOption } from '../../domain/taskUpdate.ts';
import { tooLargeText } from './outputProblems.ts';
import { parseOutput } from './parseOutput.ts';
import { readJson } from './readJson.ts';

/** A text from elsewhere, made fit for an output document, or the reason why it does not fit. */
export type Filled =
  | { readonly kind: 'ok'; readonly text: string }
  | {
      readonly kind: 'invalid';
      /** One sentence. */
      readonly message: string;
      /** An alternative: the label of a button, and the text that it fills in. */
      readonly wrapped?: { readonly label: string; readonly text: string };
    };

/**
 * `what` begins the sentence, as in "The clipboard". JSON keeps its digits, keys and comments. Only
 * the blanks of JSON on a single line are changed.
 */
export function fillText(text: string, option: OutputOption, what: string): Filled {
  const source = text.replace(/^\uFEFF/, '');
  if (source.trim() === '') return refused(`${what} is empty.`);
  if (option.kind === 'text') {
    const bytes = utf8Bytes(source);
    if (bytes > option.limitBytes) return refused(tooLargeText(bytes, option.limitBytes));
    return { kind: 'ok', text: source };
  }
  const read = readJson(source);
  if (read.kind === 'empty') return refused(`${what} holds nothing but comments.`);
  if (read.kind === 'bad') {
    const isMeantAsJson = /^\s*[{[]/.test(source);
    const why = isMeantAsJson
      ? `${what} is no JSON, line ${read.line}: ${read.message}`
      : `${what} holds plain text, and this task takes a JSON object.`;
    return withWayOut(why, 'text', stringifyJson({ text: source }, 2), option);
  }
  if (!isJsonObject(read.value)) {
    const why = `${what} holds JSON, and this task takes a JSON object: in braces, with keys.`;
    return withWayOut(why, 'value', pretty(`{"value":\n${source.trim()}\n}`), option);
  }
  const problem = problemOf(source, option);
  if (problem !== undefined) return refused(problem);
  const trimmed = source.trim();
  return { kind: 'ok', text: `${trimmed.includes('\n') ? trimmed : pretty(trimmed)}\n` };
}

function withWayOut(message: string, key: string, wrapped: string, option: OutputOption): Filled {
  const tooLarge = problemOf(wrapped, option);
  if (tooLarge !== undefined) return refused(tooLarge);
  return {
    kind: 'invalid',
    message,
    wrapped: { label: `Fill In as {"${key}": …}`, text: `${wrapped}\n` },
  };
}

function problemOf(text: string, option: OutputOption): string | undefined {
  const parsed = parseOutput(text, option);
  return parsed.kind === 'bad' ? (parsed.problems[0]?.message ?? 'It cannot be read.') : undefined;
}

function refused(message: string): Filled {
  return { kind: 'invalid', message };
}

// Changes blanks only. Digits and comments stay as they are.
function pretty(json: string): string {
  const options = { tabSize: 2, insertSpaces: true, eol: '\n' };
  return edited(json, format(json, undefined, options));
}

/** In one go: applyEdits of jsonc-parser copies the whole text for each edit. */
function edited(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { offset, length, content } of edits.toSorted((a, b) => a.offset - b.offset)) {
    parts.push(text.slice(at, offset), content);
    at = offset + length;
  }
  return parts.join('') + text.slice(at);
}
