import { readToken } from './listToken.ts';

/**
 * The end of the JSON value that begins at `at`: behind its closing bracket, or the end of the line
 * if no bracket closes it. Brackets in strings and block comments do not count.
 */
export function valueEnd(line: string, at: number): number {
  const first = line[at];
  if (first !== '{' && first !== '[') return readToken(line, at).end;
  const step = /[[{]|[\]}]|"(?:[^"\\]|\\.)*"?|\/\*.*?(?:\*\/|$)/gs;
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
