import { promisify } from 'util';
import zlib from 'zlib';

import { TransportError } from './transport.ts';

const unzip = promisify<Buffer, zlib.ZlibOptions, Buffer>(zlib.unzip);
const inflateRaw = promisify<Buffer, zlib.ZlibOptions, Buffer>(zlib.inflateRaw);

/** The text of a body in gzip, deflate or none. `limit` counts the unpacked bytes. */
export async function decodeBody(
  body: Buffer,
  encoding: string | undefined,
  limit: number,
): Promise<string> {
  const packing = (encoding ?? 'identity').trim().toLowerCase();
  if (packing === 'identity' || body.length === 0) return body.toString('utf8');
  const options = Number.isFinite(limit) ? { maxOutputLength: limit } : {};
  try {
    switch (packing) {
      case 'gzip':
      case 'x-gzip':
        return (await unzip(body, options)).toString('utf8');
      case 'deflate': {
        // Some servers send deflate without its zlib header, which starts with the nibble 8.
        const hasHeader = ((body[0] ?? 0) & 0x0f) === 8;
        return (await (hasHeader ? unzip : inflateRaw)(body, options)).toString('utf8');
      }
      default:
        throw new Error(`content-encoding ${packing} was not asked for`);
    }
  } catch (error) {
    const tooLarge = error instanceof RangeError;
    throw new TransportError(tooLarge ? 'TOO_LARGE' : 'BAD_ENCODING', false, error);
  }
}
