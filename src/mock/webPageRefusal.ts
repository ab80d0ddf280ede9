export interface Listening {
  /** The address that the server listens on. */
  readonly host: string;
  readonly controlPath: string;
}

const everyAddress = new Set(['0.0.0.0', '::']);

/**
 * Why a request is rejected that a web page may have sent, or undefined. A page may send requests
 * to this machine: from its own origin, or under a name of its own that leads here (DNS rebinding).
 */
export function webPageRefusal(request: Request, listening: Listening): string | undefined {
  const { headers } = request;
  const host = headers.get('host') ?? '';
  const origin = headers.get('origin');
  if (origin !== null && origin !== `http://${host}`) {
    return `A web page of ${origin} cannot use this server.`;
  }
  // A picture or a frame has no Origin.
  const site = headers.get('sec-fetch-site') ?? 'none';
  if (site !== 'none' && site !== 'same-origin') {
    return 'A web page of another origin cannot use this server.';
  }
  return isHostOf(host, request, listening)
    ? undefined
    : `This server has no name ${host}: use localhost, or its address.`;
}

function isHostOf(host: string, request: Request, listening: Listening): boolean {
  const name = URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : '';
  const own = bracketed(listening.host);
  if (isLoopback(name) || name === own) return true;
  if (isLoopback(own)) return false;
  // Other machines and containers have names for this one; none of them may use the control paths.
  const isAddress = name.startsWith('[') || /^[\d.]+$/.test(name);
  if (everyAddress.has(listening.host) && isAddress) return true;
  return !new URL(request.url).pathname.startsWith(listening.controlPath);
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d+){3}$/.test(hostname);
}

function bracketed(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}
