import { EngineError } from '../domain/engineError.ts';

// With the u flag this matches halves of a surrogate pair only when they stand alone, and those
// make encodeURIComponent throw.
const loneSurrogate = /[\ud800-\udfff]/gu;

/**
 * Can a text be a segment of a URL's path at all? "." and ".." cannot, however they are encoded:
 * every client resolves them, and so does an empty segment lead elsewhere. Half a character has no
 * encoding: another name would be sent.
 */
export function isSegment(text: string): boolean {
  return text !== '' && text !== '.' && text !== '..' && text.search(loneSurrogate) < 0;
}

/** Percent-encoded as part of a URL, whatever it holds. */
export function encodeText(text: string): string {
  return encodeURIComponent(text.replace(loneSurrogate, '\ufffd'));
}

/**
 * One path segment, percent-encoded whole: a slash in a name stays inside its segment. Throws
 * EngineError for what would name another route, before anything is sent.
 */
export function encodeSegment(text: string): string {
  if (isSegment(text)) return encodeText(text);
  const message = `No request can name "${text}": an address has no place for it.`;
  throw new EngineError('unsupported', message, { nothingApplied: true });
}

/** Tag for paths: path`tasks/${id}/log` encodes each value as one segment. */
export function path(parts: TemplateStringsArray, ...values: readonly string[]): string {
  return String.raw({ raw: parts }, ...values.map(encodeSegment));
}
