import { printParseErrorCode } from 'jsonc-parser';
import type { ParseErrorCode } from 'jsonc-parser';

const sentences: Readonly<Record<string, string>> = {
  InvalidSymbol: 'This is no JSON value: put texts in double quotes.',
  InvalidNumberFormat: 'This is no JSON number.',
  PropertyNameExpected: 'A key in double quotes belongs here.',
  ValueExpected: 'A value belongs here.',
  ColonExpected: 'A colon belongs between key and value.',
  CommaExpected: 'A comma is missing here.',
  CloseBraceExpected: 'A closing brace is missing.',
  CloseBracketExpected: 'A closing bracket is missing.',
  EndOfFileExpected: 'Nothing may follow the object.',
  UnexpectedEndOfComment: 'The comment is not closed.',
  UnexpectedEndOfString: 'The text is not closed: a double quote is missing.',
  UnexpectedEndOfNumber: 'The number breaks off.',
  InvalidUnicode: 'This is no \\u escape: four hexadecimal digits belong after it.',
  InvalidEscapeCharacter: 'This is no escape that JSON knows.',
  InvalidCharacter: 'This character must be escaped in a JSON text.',
};

/** Explains a syntax error to the person who types. */
export function syntaxSentence(code: ParseErrorCode): string {
  return sentences[printParseErrorCode(code)] ?? 'This is not JSON.';
}
