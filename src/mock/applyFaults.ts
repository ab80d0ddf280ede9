import { ConnectionCut } from './connectionCut.ts';
import type { Fault } from './faults.ts';
import { isStream } from './isStream.ts';

const loginPage =
  '<!doctype html><html><head><title>Sign in</title></head><body><form method="post" action="/login"><input name="user"><input name="password" type="password"><button>Sign in</button></form></body></html>';

/**
 * The answer that a fault gives instead of handling the request; undefined where the request is to
 * be handled.
 */
export function answerBefore(fault: Fault): Response | undefined {
  switch (fault.kind) {
    case 'status':
      return new Response(fault.body ?? null, {
        status: fault.status,
        headers: { 'content-type': 'application/json', ...fault.headers },
      });
    case 'loginPage':
      return new Response(loginPage, { headers: { 'content-type': 'text/html;charset=UTF-8' } });
    case 'reset':
      throw new ConnectionCut();
    default:
      return undefined;
  }
}

/** Applies a fault to the answer of a handled request. */
export async function spoil(fault: Fault, response: Response): Promise<Response> {
  if (fault.kind === 'truncated') return await truncate(response);
  if (fault.kind !== 'lostAnswer' && fault.kind !== 'malformed') return response;
  // An event stream would go on for nobody.
  await response.body?.cancel();
  if (fault.kind === 'lostAnswer') throw new ConnectionCut();
  return new Response('{"status": "COMPLETED", "outputData": {', {
    headers: { 'content-type': 'application/json' },
  });
}

/** The first event: a stream may have no end to wait for. */
async function firstPart({ body }: Response): Promise<Uint8Array<ArrayBuffer>> {
  const reader = body?.getReader();
  const part = await reader?.read();
  await reader?.cancel();
  return part?.value ?? new Uint8Array();
}

/** Announces the full length, sends half of it and cuts the connection. */
async function truncate(response: Response): Promise<never> {
  const bytes = isStream(response)
    ? await firstPart(response)
    : new Uint8Array(await response.arrayBuffer());
  throw new ConnectionCut({
    status: response.status,
    headers: {
      ...Object.fromEntries(response.headers),
      'content-length': String(Math.max(bytes.length, 2)),
    },
    bytes: bytes.slice(0, Math.floor(bytes.length / 2)),
  });
}
