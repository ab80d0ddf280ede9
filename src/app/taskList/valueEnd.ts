import { readToken } from './listToken.ts';

/**
 * Where the JSON value ends that begins at `at`: behind the bracket that closes it, or at the
 * line's end where none does. Strings and comments of the block kind are looked over.
 */
export function valueEnd(line: string, at: number): number {
  const first = line[at];
  if (first !== '{' && first !== '[') return readToken(line, at).end;
  const step = /[[{]|[\]}]|"(?:[^"\\]|\\.)*"?|\/\*.*?(?:\*\/|$)/g;
  step.lastIndex = at;
  let depth = 0;
  for (let match = step.exec(line); match !== null; match = step.exec(line)) {
    const [found] = match;
    if (found === '{' || found === '[') depth += 1;
    else if (found === '}' || found === ']') depth -= 1;
    if (depth === 0) return step.lastIndex;
  }
  return line.trimEnd().length;
}
