/**
 * Why a text cannot be the address of a server, in one sentence; undefined when it can. `new URL`
 * alone is no check: it drops tabs, reads a backslash as a slash, and takes `https:/host`.
 */
export function problemOfAddress(text: string): string | undefined {
  // Spaces, control characters and invisible ones.
  if (/[\s\p{Cc}\p{Cf}\\]/u.test(text)) {
    return 'The address must not hold a space, control character or backslash.';
  }
  if (!/^https?:\/\//i.test(text)) return 'The address must begin with http:// or https://.';
  const [, authority = ''] = /^https?:\/\/([^/?#]*)/i.exec(text) ?? [];
  if (authority === '' || !URL.canParse(text)) return 'This is not a complete address.';
  if (authority.includes('@')) {
    return 'The address must not hold a user name or password: secrets never stand in settings.';
  }
  return text.includes('#') ? 'The address must end before any ? or #.' : undefined;
}

/** The same for a server of a connection, whose paths are added to its address. */
export function problemOfServer(text: string): string | undefined {
  const problem = problemOfAddress(text);
  if (problem !== undefined) return problem;
  return text.includes('?') ? 'The address must end before any ? or #.' : undefined;
}

/** The address of an http or https server in any form that `new URL` reads. */
export function parseAddress(text: string): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url?.protocol === 'https:' || url?.protocol === 'http:' ? url : undefined;
}

/** True where the host is this machine. */
export function isLoopback({ hostname }: URL): boolean {
  return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}

/** True where requests to it travel unencrypted over a network. */
export function isUnencrypted(text: string): boolean {
  const url = parseAddress(text);
  return url?.protocol === 'http:' && !isLoopback(url);
}
