import { parseTree } from 'jsonc-parser';
import type { Node, ParseError } from 'jsonc-parser';
import { jsonBytes, utf8Bytes } from '../../domain/json.ts';
import type { JsonObject } from '../../domain/json.ts';
import type { OutputChange, OutputMode, OutputOption } from '../../domain/taskUpdate.ts';
import { bytesText } from './bytesText.ts';
import { tooLargeText } from './outputProblems.ts';
import { tooDeepAt, tooDeepText } from './tooDeepAt.ts';
import { syntaxSentence } from './syntaxSentence.ts';
import { duplicateKeys } from './duplicateKeys.ts';
import { treeToObject } from './treeToJson.ts';

/** A problem in the text of an output, and its place. Offsets count UTF-16 units. */
export interface TextProblem {
  readonly message: string;
  readonly offset: number;
  readonly length: number;
  readonly severity: 'error' | 'warning';
  /** True for invalid JSON, which every JSON editor marks by itself. */
  readonly isSyntax?: true;
}

export type ParsedOutput =
  | {
      readonly kind: 'ok';
      /**
       * Undefined for blanks and comments alone: then no output is sent. `{}` sends an empty
       * object.
       */
      readonly output: OutputChange | undefined;
      /** Size as sent, in bytes of UTF-8. */
      readonly bytes: number;
      readonly warnings: readonly TextProblem[];
    }
  | { readonly kind: 'bad'; readonly problems: readonly TextProblem[] };

/**
 * Reads an output as a person types it: JSON with comments and trailing commas, every digit kept.
 * Plain text stays as it is. `mode` defaults to the first mode of the option.
 */
export function parseOutput(text: string, option: OutputOption, mode?: OutputMode): ParsedOutput {
  if (option.kind === 'text') {
    const output = text === '' ? undefined : ({ kind: 'text', text } as const);
    const range = [0, Math.min(text.search(/$/m), mostMarked)] as const;
    return sized({ output, bytes: utf8Bytes(text), range, warnings: [] }, option);
  }
  return parseObject(text, option, mode ?? option.modes[0] ?? 'merge');
}

/** A problem of the whole text is marked at its start only, at most this far. */
const mostMarked = 80;

type Range = readonly [offset: number, length: number];

function parseObject(text: string, option: OutputOption, mode: OutputMode): ParsedOutput {
  // Files may begin with a byte order mark. Replacing it by a blank keeps the offsets.
  const source = text.replace(/^\uFEFF/, ' ');
  const deep = tooDeepAt(source);
  if (deep !== undefined) return bad(tooDeepText, [deep, 1]);
  const errors: ParseError[] = [];
  const options = { allowTrailingComma: true, allowEmptyContent: true };
  const root = parseTree(source, errors, options);
  if (errors.length > 0) return { kind: 'bad', problems: errors.map(toProblem) };
  if (root === undefined) return { kind: 'ok', output: undefined, bytes: 0, warnings: [] };
  const range = rangeOf(root);
  if (root.type !== 'object') {
    return bad('It must be a JSON object: put it in braces, with a key.', range);
  }
  const value: JsonObject = treeToObject(root, source);
  const warnings = duplicateKeys(root).map((key) => ({
    message: `The key ${JSON.stringify(key.value)} stands here again: the last one counts.`,
    offset: key.offset,
    length: key.length,
    severity: 'warning' as const,
  }));
  const output = { kind: 'object', mode, value } as const;
  return sized({ output, bytes: jsonBytes(value), range, warnings }, option);
}

interface Sized {
  readonly output: OutputChange | undefined;
  readonly bytes: number;
  readonly range: Range;
  readonly warnings: readonly TextProblem[];
}

function sized({ output, bytes, range, warnings }: Sized, option: OutputOption): ParsedOutput {
  const { limitBytes, warnBytes } = option;
  if (bytes > limitBytes) return bad(tooLargeText(bytes, limitBytes), range);
  if (warnBytes === undefined || bytes <= warnBytes) {
    return { kind: 'ok', output, bytes, warnings };
  }
  const message = `The output has ${bytesText(bytes)}: above ${bytesText(warnBytes)} engines grow slow or store it elsewhere.`;
  const [offset, length] = range;
  const large = { message, offset, length, severity: 'warning' } as const;
  return { kind: 'ok', output, bytes, warnings: [...warnings, large] };
}

function bad(message: string, [offset, length]: Range): ParsedOutput {
  return { kind: 'bad', problems: [{ message, offset, length, severity: 'error' }] };
}

function toProblem({ error, offset, length }: ParseError): TextProblem {
  return { message: syntaxSentence(error), offset, length, severity: 'error', isSyntax: true };
}

/** A list or an object may have 75,000 lines, so its opening bracket stands for it. */
function rangeOf({ offset, length, children }: Node): Range {
  return [offset, children === undefined ? length : 1];
}
