import { connect } from 'node:net';

/** The answer from the socket; JSON is parsed where the content type says so. */
export interface Replayed {
  readonly status: number;
  readonly type: string;
  readonly body: unknown;
}

/** A raw request: the first line without the HTTP version, the headers, the body. */
export interface WireRequest {
  readonly start: string;
  readonly headers: readonly string[];
  readonly body?: Buffer | undefined;
}

/** Writes a raw request to a socket and reads until the server closes it. */
export async function replay(port: number, request: WireRequest): Promise<Replayed> {
  const socket = connect(port, '127.0.0.1');
  const head = [
    `${request.start} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    ...request.headers,
    'Connection: close',
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n`);
  if (request.body !== undefined) socket.write(request.body);
  const chunks: Buffer[] = [];
  for await (const chunk of socket) chunks.push(chunk as Buffer);
  const [lines = '', ...rest] = Buffer.concat(chunks).toString().split('\r\n\r\n');
  const text = rest.join('\r\n\r\n');
  const type = /^content-type: (.*)$/im.exec(lines)?.[1]?.trim() ?? '';
  const plain = /^transfer-encoding: chunked/im.test(lines) ? unchunked(text) : text;
  return {
    status: Number(/^HTTP\/1\.1 (\d+)/.exec(lines)?.[1]),
    type,
    body: type.includes('json') ? JSON.parse(plain) : plain,
  };
}

function unchunked(text: string): string {
  return text.replaceAll(/(?:^|\r\n)[\da-f]+\r\n/gi, '').replace(/\r\n\r\n$/, '');
}
