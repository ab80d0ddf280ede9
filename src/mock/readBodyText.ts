/** The text of a request's body, decompressed. Some clients announce gzip without a body. */
export async function readBodyText(request: Request): Promise<string> {
  const bytes = new Uint8Array(await request.arrayBuffer());
  if (bytes.length === 0) return '';
  const isPacked = /gzip/i.test(request.headers.get('content-encoding') ?? '');
  // A surrounding framework may decompress the body and keep the header, so check for gzip's first
  // bytes.
  if (!isPacked || bytes[0] !== 0x1f || bytes[1] !== 0x8b) return new TextDecoder().decode(bytes);
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return await new Response(unpacked).text();
}
