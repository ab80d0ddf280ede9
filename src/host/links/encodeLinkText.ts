/**
 * Encodes a value for a link: `~` and two hexadecimal digits for each UTF-8 byte, except letters,
 * digits and `_.-/:`. Percent signs do not work: VS Code, browsers and chats decode them once,
 * twice or never.
 */
export function encodeLinkText(text: string): string {
  return text.replace(/[^A-Za-z0-9_.:/-]+/g, (run) =>
    [...new TextEncoder().encode(run)].map((byte) => `~${hex(byte)}`).join(''),
  );
}

/** Decodes a value of a link, which may be written by hand. Undefined when it is not UTF-8. */
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
