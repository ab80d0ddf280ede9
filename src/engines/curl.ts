import { utf8Bytes } from '../domain/json.ts';
import type { RequestPreview } from '../domain/engine.ts';
import type { Snippet } from '../domain/snippet.ts';
import { snippet } from './snippet.ts';

// Linux limits an argument to 128 KB (MAX_ARG_STRLEN); a shell builtin such as printf has no limit.
const largestArgument = 100_000;

/**
 * The request as a command for a POSIX shell, exactly as it is sent. Everything is quoted, so the
 * shell interprets none of it; credentials are environment variables.
 */
export function curl({ method, url, headers, body }: RequestPreview): Snippet {
  const isLarge = body !== undefined && utf8Bytes(body) > largestArgument;
  const lines = [
    `curl --request ${method} ${quote(url)}`,
    ...Object.entries(headers).map(([name, value]) => `--header ${header(name, value)}`),
    ...(body === undefined ? [] : [isLarge ? '--data-binary @-' : `--data-raw ${quote(body)}`]),
  ];
  const command = lines.join(' \\\n  ');
  const reads = Object.values(headers).flatMap((value) => variableOf(value)?.name ?? []);
  const parts = { language: 'shell', label: 'curl', reads } as const;
  return snippet(parts, [...(isLarge ? [`printf '%s' ${quote(body)} |`] : []), command]);
}

/**
 * A shell changes nothing between single quotes; only a single quote itself must be written
 * outside.
 */
function quote(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

function header(name: string, value: string): string {
  const variable = variableOf(value);
  if (variable === undefined) return quote(`${name}: ${value}`);
  return `"${name}: ${variable.before}$${variable.name}"`;
}

/** The environment variable at the end of a header's value. */
function variableOf(value: string) {
  const [, before = '', name] = /^([\w ]*)\$([A-Z_]+)$/.exec(value) ?? [];
  return name === undefined ? undefined : { before, name };
}
