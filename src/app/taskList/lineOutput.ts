import { parseOutput } from '../output/parseOutput.ts';
import type { OutputChange, OutputOption } from '../../domain/taskUpdate.ts';
import { readToken } from './listToken.ts';
import { lineError } from './lineProblem.ts';
import type { LineProblem } from './lineProblem.ts';
import type { ListLine } from './listLine.ts';

/** An output as the engine takes it, and its problems. */
export interface LineOutput {
  readonly output?: OutputChange;
  readonly problems: readonly LineProblem[];
}

// If a task takes no output, the text is read as JSON all the same: the check then says why not.
const anyObject: OutputOption = { kind: 'object', modes: ['merge'], limitBytes: Infinity };

/** Reads the output of a line for its task. */
export function outputOf(
  typed: NonNullable<ListLine['output']>,
  option: OutputOption | undefined,
): LineOutput {
  const isQuoted = typed.text.startsWith('"');
  if (option?.kind === 'text') return textOutput(typed);
  if (isQuoted) {
    return bad(
      typed,
      'The output is a JSON object: put it in braces. A reason is written reason: "…".',
    );
  }
  const parsed = parseOutput(typed.text, option ?? anyObject);
  const found = parsed.kind === 'ok' ? parsed.warnings : parsed.problems;
  const problems = found.map(({ message, offset, length, severity }) => {
    // A problem at the end of the text is marked on its last character.
    const start = typed.start + Math.min(offset, Math.max(typed.text.length - 1, 0));
    const end = Math.min(typed.start + offset + length, typed.end);
    return { message, severity, start, end: Math.max(end, start + 1) };
  });
  return parsed.kind === 'ok' && parsed.output !== undefined
    ? { output: parsed.output, problems }
    : { problems };
}

function textOutput(typed: NonNullable<ListLine['output']>): LineOutput {
  if (!typed.text.startsWith('"')) {
    return bad(typed, 'The result of this task is a text: put it in double quotes.');
  }
  const { text, isWhole } = readToken(typed.text, 0);
  if (isWhole) return { output: { kind: 'text', text }, problems: [] };
  return bad(typed, 'The text is not closed, or holds an escape that JSON does not know.');
}

function bad({ start, end }: NonNullable<ListLine['output']>, message: string): LineOutput {
  return { problems: [lineError(message, start, end)] };
}
