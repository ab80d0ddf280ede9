import type { RequestPreview } from '../../domain/engine.ts';
import { parseJson, stringifyJson } from '../../domain/json.ts';

/** A request as a document: what is sent, with line breaks in a JSON body for reading. */
export function requestText({ method, url, headers, body }: RequestPreview): string {
  const head = [
    `${method} ${url}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ].join('\n');
  return body === undefined || body === '' ? `${head}\n` : `${head}\n\n${readable(body)}\n`;
}

function readable(body: string): string {
  try {
    return stringifyJson(parseJson(body), 2);
  } catch {
    return body;
  }
}
