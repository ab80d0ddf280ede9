import * as fc from 'fast-check';

/** Texts at which programs stumble: signs with a meaning, invisible ones, names of prototypes. */
const oddities = [
  ['', ' ', '  ', '\t', '\n', '\r', '\r\n', '\0', '\u001b', '\u0085', '\u00a0', '\u2028'],
  ['\u202e', '\u200b', '\ufeff', '\ufffd', '\ud83d', '\ude00', '😀', 'ü', 'İ', '️'],
  ['__proto__', 'constructor', 'toString', 'valueOf', 'hasOwnProperty', 'length', 'toJSON'],
  ['0', '-0', '1e400', '12345678901234567890', '0.10', '1.0', '9007199254740993', 'NaN'],
  ['null', 'true', '"', "'", '`', '\\', '\\"', '\\u', '{', '}', '[', ']', '(', ')', '<', '>'],
  [':', ',', ';', '=', '#', '//', '/*', '*/', '${', '$${', '$(', '](command:x)', '%', '%2F'],
  ['..', '.', '/', '~', '|', '&', '?', '@', '*', '+', '-', '_', '__1', 'a', 'x y', '{}', '[]'],
].flat();

/** Texts of these words, of odd ones and of any characters. */
export function textOf(words: readonly string[], maxLength = 12): fc.Arbitrary<string> {
  const word = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom('', ...words) },
    { weight: 3, arbitrary: fc.constantFrom(...oddities) },
    { weight: 1, arbitrary: fc.string({ maxLength: 6 }) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
  );
  return fc.array(word, { maxLength }).map((parts) => parts.join(''));
}

export const oddText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...oddities),
  textOf([], 4),
  fc.string({ maxLength: 20 }),
);

/** A name as servers have them, seldom an odd one. */
export const name: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('approve', 'check_credit', 'Müller 1', 'a.b', 'x__2') },
  { weight: 2, arbitrary: oddText },
);

/** This text with a piece taken out, doubled, moved or put in. */
export function garbled(texts: readonly string[]): fc.Arbitrary<string> {
  const change = fc.record({
    at: fc.nat(10_000),
    length: fc.nat(12),
    put: fc.oneof(fc.constant(''), oddText),
    isDoubled: fc.boolean(),
  });
  const changes = fc.array(change, { maxLength: 4 });
  return fc.tuple(fc.constantFrom(...texts), changes).map(([text, all]) =>
    all.reduce((now, { at, length, put, isDoubled }) => {
      const start = now.length === 0 ? 0 : at % (now.length + 1);
      const piece = now.slice(start, start + length);
      return (
        now.slice(0, start) + put + (isDoubled ? piece + piece : '') + now.slice(start + length)
      );
    }, text),
  );
}

/** Pieces of which many make most parsers slow that are slow at all. */
export const repeated: readonly string[] = [
  [' ', '\t', '\n', '\r\n', '\r', '"', "'", '`', '\\', '\\"', '{', '}', '[', ']', '[{', '}]'],
  ['a', '0', '1.0,', '"a":', '"a":1,', '"a",', ',', ':', ';', '=', '#', '//', '/*', '*/', '/* '],
  ['${', '}', '${a}', '$', '<', '>', '<title', '<title>', '%', '%2', '.', '..', '/', '~', '~4'],
  ['|', '&', '&a=', '?', '@', '*', '+', '-', '_', 'a ', ' a', 'a=', 'a=b\n', 'a: b\n', '# a\n'],
  ['token ', 'token=', 'bearer ', 'eyJaaaaa', '://a', '\u0000', '\u202e', 'ü', '😀', '\ud83d'],
  ['"\n', "'\n", '"a\n', 'A="\n', "A='\n", '- ', '[a]\n', '&a ', '*a ', '<<', '! ', '? ', '| '],
].flat();

/** Halves of surrogate pairs replaced, as UTF-8 has no form for them. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}
