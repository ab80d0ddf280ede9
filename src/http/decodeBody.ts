import { promisify } from 'util';
import zlib from 'zlib';

import { decodeText, type TextSource } from './decodeText.ts';
import { TransportError } from './transport.ts';

const unzip = promisify<Buffer, zlib.ZlibOptions, Buffer>(zlib.unzip);
const inflateRaw = promisify<Buffer, zlib.ZlibOptions, Buffer>(zlib.inflateRaw);

// Some servers name a charset, or the lack of a coding, where a coding belongs.
const noCoding = new Set(['', 'identity', 'none', 'utf-8', 'utf8']);
// Each coding may unpack to the whole limit, so their number bounds the work.
const mostCodings = 5;

/**
 * The text of a body in the codings gzip and deflate. `limit` counts the unpacked bytes of each
 * coding. Throws TransportError.
 */
export async function decodeBody(
  body: Buffer,
  encoding: string | undefined,
  limit: number,
  source?: TextSource,
): Promise<string> {
  if (encoding === undefined || body.length === 0) return decodeText(body, source);
  const names = encoding.split(',').map((name) => name.trim().toLowerCase());
  const codings = names.filter((name) => !noCoding.has(name));
  if (codings.length > mostCodings) throw new TransportError('TOO_MANY_CODINGS', false);
  let bytes = body;
  // They stand in the order in which the server applied them.
  for (const coding of codings.reverse()) bytes = await unpack(bytes, coding, limit);
  return decodeText(bytes, source);
}

async function unpack(body: Buffer, coding: string, limit: number): Promise<Buffer> {
  const options = Number.isFinite(limit) ? { maxOutputLength: limit } : {};
  try {
    if (coding === 'gzip' || coding === 'x-gzip') return await unzip(body, options);
    if (coding === 'deflate') {
      // Some servers send deflate without its zlib header, which starts with the nibble 8.
      const hasHeader = ((body[0] ?? 0) & 0x0f) === 8;
      return await (hasHeader ? unzip : inflateRaw)(body, options);
    }
  } catch (error) {
    const tooLarge = error instanceof RangeError;
    throw new TransportError(tooLarge ? 'TOO_LARGE' : 'BAD_ENCODING', false, error);
  }
  throw new TransportError('BAD_ENCODING', false, undefined, coding);
}
