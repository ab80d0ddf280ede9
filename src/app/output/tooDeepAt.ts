import { createScanner } from 'jsonc-parser';
import { mostLevels } from '../../domain/json.ts';

// SyntaxKind of jsonc-parser, whose const enum does not survive the bundler.
const openBrace = 1;
const closeBrace = 2;
const openBracket = 3;
const closeBracket = 4;
const endOfText = 17;

/** The sentence for a text that is nested too deeply. */
export const tooDeepText = `It is nested more than ${mostLevels} levels deep here: no engine takes that.`;

/**
 * Where a text nests more deeply than an output may: the offset of that bracket. Undefined for every
 * other text, JSON with comments or not. Parsers that call themselves run out of stack there.
 */
export function tooDeepAt(text: string): number | undefined {
  const scanner = createScanner(text, true);
  let level = 0;
  for (let kind: number = scanner.scan(); kind !== endOfText; kind = scanner.scan()) {
    if (kind === openBrace || kind === openBracket) level += 1;
    if (kind === closeBrace || kind === closeBracket) level -= 1;
    if (level > mostLevels) return scanner.getTokenOffset();
  }
  return undefined;
}
