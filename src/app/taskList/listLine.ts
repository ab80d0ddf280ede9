import { readToken, skipBlanks } from './listToken.ts';
import type { ListToken } from './listToken.ts';
import { readTail } from './lineTail.ts';
import type { LineTail } from './lineTail.ts';

/** `STATUS  name  workflow  #id  {output}  reason: "text"  // comment`, read but not judged. */
export interface ListLine extends LineTail {
  readonly status: ListToken;
  /** The text behind the `#`. Absent if the line has none. */
  readonly id?: ListToken;
  /** The end of the columns that are for reading only. */
  readonly end: number;
}

/** Undefined for a blank line and a comment. */
export function readLine(line: string): ListLine | undefined {
  const start = skipBlanks(line, 0);
  if (start === line.length || line.startsWith('//', start)) return undefined;
  const first = readToken(line, start);
  // If the status was deleted, the line begins with its id, or with a name that looks like a
  // status. The id is found all the same.
  const isIdFirst = line[start] === '#';
  const status = isIdFirst ? { text: '', start, end: start, isWhole: true } : first;
  const id = isIdFirst ? readId(line, start) : findId(line, first.end);
  if (id === undefined) {
    return { status, end: line.trimEnd().length, problems: [] };
  }
  return { status, id, end: line.trimEnd().length, ...readTail(line, id.end) };
}

function findId(line: string, from: number): ListToken | undefined {
  for (let at = skipBlanks(line, from); at < line.length;) {
    if (line.startsWith('//', at)) return undefined;
    if (line[at] === '#') return readId(line, at);
    at = skipBlanks(line, readToken(line, at).end);
  }
  return undefined;
}

function readId(line: string, at: number): ListToken {
  if (at + 1 >= line.length) return { text: '', start: at, end: at + 1, isWhole: false };
  const { text, end, isWhole } = readToken(line, at + 1);
  return { text, start: at, end, isWhole };
}
