/**
 * A value as it stands in a link: what is neither letter, digit nor one of `_.-/:` is `~` and two
 * hexadecimal digits for each byte of UTF-8. VS Code, browsers and chats decode percent signs once,
 * twice or not at all on a link's way; this they leave alone.
 */
export function encodeLinkText(text: string): string {
  return text.replace(/[^A-Za-z0-9_.:/-]+/g, (run) =>
    [...new TextEncoder().encode(run)].map((byte) => `~${hex(byte)}`).join(''),
  );
}

/** The value of a part of a link; what was written by hand may stand as it is. Undefined: no UTF-8. */
export function decodeLinkText(text: string): string | undefined {
  const bytes = text
    .split(/(~[0-9A-Fa-f]{2})/)
    .flatMap((part) =>
      /^~[0-9A-Fa-f]{2}$/.test(part)
        ? [Number.parseInt(part.slice(1), 16)]
        : [...new TextEncoder().encode(part)],
    );
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      Uint8Array.from(bytes),
    );
  } catch {
    return undefined;
  }
}

function hex(byte: number): string {
  return byte.toString(16).toUpperCase().padStart(2, '0');
}
