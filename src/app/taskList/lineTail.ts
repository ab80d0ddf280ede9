import { lineError } from './lineProblem.ts';
import type { LineProblem } from './lineProblem.ts';
import { readToken, skipBlanks } from './listToken.ts';
import type { ListToken } from './listToken.ts';
import { valueEnd } from './valueEnd.ts';

/** The part of a line behind its id. */
export interface LineTail {
  /** The output as typed. */
  readonly output?: { readonly text: string; readonly start: number; readonly end: number };
  readonly reason?: ListToken;
  /** With its `//`. */
  readonly comment?: { readonly text: string; readonly start: number };
  readonly problems: readonly LineProblem[];
}

const reasonWord = /reason:\s*/iy;

/** Reads output and reason, in any order, and the comment behind them. Each occurs at most once. */
export function readTail(line: string, from: number): LineTail {
  const problems: LineProblem[] = [];
  let output: LineTail['output'];
  let reason: ListToken | undefined;
  for (let at = skipBlanks(line, from); at < line.length; at = skipBlanks(line, at)) {
    if (line.startsWith('//', at)) {
      const comment = { text: line.slice(at).trimEnd(), start: at };
      return { ...found(output, reason), comment, problems };
    }
    reasonWord.lastIndex = at;
    const word = reasonWord.exec(line)?.[0];
    const end = word === undefined ? valueEnd(line, at) : reasonEnd(line, at + word.length);
    if (word === undefined && output === undefined) {
      output = { text: line.slice(at, end), start: at, end };
    } else if (word !== undefined && reason === undefined && line[at + word.length] === '"') {
      reason = readToken(line, at + word.length);
      if (!reason.isWhole) problems.push(lineError('The reason’s quotes are not closed.', at, end));
    } else {
      problems.push(lineError(surplus(word, reason), at, end));
    }
    at = end;
  }
  return { ...found(output, reason), problems };
}

function found(output: LineTail['output'], reason: ListToken | undefined) {
  return {
    ...(output === undefined ? {} : { output }),
    ...(reason === undefined ? {} : { reason }),
  };
}

function reasonEnd(line: string, at: number): number {
  return at < line.length ? readToken(line, at).end : at;
}

function surplus(word: string | undefined, reason: ListToken | undefined): string {
  if (word === undefined) return 'Only one output can be sent: this is one too many.';
  return reason === undefined
    ? 'A reason stands in double quotes: reason: "…".'
    : 'Only one reason can be sent: this is one too many.';
}
