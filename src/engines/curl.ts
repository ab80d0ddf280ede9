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

// Characters that a person who reads the command cannot see, or that reorder what they read.
const unseen =
  /(?:(?![\t\n])[\p{Cc}\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}])+/gu;

/**
 * A shell changes nothing between single quotes; only a single quote itself must be written
 * outside. So must what is unseen: printf puts its bytes there in every POSIX shell, while `$'…'`
 * is unknown to some.
 */
function quote(text: string): string {
  const quoted = `'${text.replaceAll("'", String.raw`'\''`)}'`;
  return quoted.replace(unseen, (run) => `'"$(printf '${octal(run)}')"'`);
}

function octal(text: string): string {
  const bytes = Array.from(new TextEncoder().encode(text));
  return bytes.map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('');
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
