/** The text of a request's body. Clients pack it; some say so even where there is no body. */
export async function readBodyText(request: Request): Promise<string> {
  const bytes = new Uint8Array(await request.arrayBuffer());
  if (bytes.length === 0) return '';
  const isPacked = /gzip/i.test(request.headers.get('content-encoding') ?? '');
  // A body that a frame around has unpacked may keep its header: gzip begins with these bytes.
  if (!isPacked || bytes[0] !== 0x1f || bytes[1] !== 0x8b) return new TextDecoder().decode(bytes);
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return await new Response(unpacked).text();
}
