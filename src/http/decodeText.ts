import { TransportError } from './transport.ts';

export interface TextSource {
  /** The header. Default: UTF-8. */
  readonly contentType?: string | undefined;
  /** True for a text that is only shown: a charset is guessed in place of an error. */
  readonly forPeople?: boolean | undefined;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * The text of a body in the charset that its Content-Type declares, without a byte order mark. It
 * never holds replacement characters, since updates write texts back: TransportError instead.
 */
export function decodeText(body: Buffer, source: TextSource = {}): string {
  const label = markedCharset(body) ?? declaredCharset(source.contentType ?? '');
  try {
    return decoderOf(label).decode(body);
  } catch (cause) {
    if (source.forPeople === true) return new TextDecoder('windows-1252').decode(body);
    throw new TransportError('BAD_TEXT', false, cause, label?.toUpperCase() ?? 'UTF-8');
  }
}

function declaredCharset(contentType: string): string | undefined {
  return /;\s*charset\s*=\s*"?([^\s";,]+)/i.exec(contentType)?.[1];
}

/** A byte order mark is stronger than what a header declares, as in browsers. */
function markedCharset(body: Buffer): string | undefined {
  const start = body.toString('latin1', 0, 3);
  if (start === '\xef\xbb\xbf') return 'utf-8';
  if (start.startsWith('\xff\xfe')) return 'utf-16le';
  return start.startsWith('\xfe\xff') ? 'utf-16be' : undefined;
}

function decoderOf(label: string | undefined): typeof utf8 {
  if (label === undefined) return utf8;
  try {
    return new TextDecoder(label, { fatal: true });
  } catch {
    // Misspelled names are common, and JSON is UTF-8 by its standard.
    return utf8;
  }
}
