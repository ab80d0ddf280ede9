import { PlainError } from '../words/plainError.ts';

const mark = '\uFEFF';

/**
 * The bytes of a document of ours. They begin with a byte order mark: only with it does VS Code
 * read them, and write them back, in this encoding whatever `files.encoding` says. UTF-16 where
 * UTF-8 would not do: VS Code takes a NUL there for a binary file, and half a surrogate pair has
 * no form in it.
 */
export function documentBytes(text: string): Uint8Array {
  const isPlain = !/[\0\p{Surrogate}]/u.test(text);
  return isPlain ? new TextEncoder().encode(mark + text) : Buffer.from(mark + text, 'utf16le');
}

/** Does a byte order mark tell how to read the bytes? */
export function isMarked([first, second, third]: Uint8Array): boolean {
  return (
    (first === 0xff && second === 0xfe) || (first === 0xef && second === 0xbb && third === 0xbf)
  );
}

/** The text of such bytes; without a mark they have to be UTF-8. */
export function documentText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    const { buffer, byteOffset, byteLength } = bytes;
    return Buffer.from(buffer, byteOffset, byteLength).toString('utf16le', 2);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new PlainError('The text was not kept: it is in an encoding other than UTF-8.');
  }
}

/** A text as an editor shows it: a byte order mark at its start is hidden, and written back. */
export function withoutMark(text: string): string {
  return text.startsWith(mark) ? text.slice(mark.length) : text;
}
