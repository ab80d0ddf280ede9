import type { RequestPreview } from '../../domain/engine.ts';

/**
 * A request as a curl command for a POSIX shell. What signs in stands as the name of an
 * environment variable in the headers, so that the shell puts it in and no secret is copied.
 */
export function curlText({ method, url, headers, body }: RequestPreview): string {
  return [
    `curl --request ${method} ${quoted(url)}`,
    ...Object.entries(headers).map(([name, value]) => `--header ${header(`${name}: ${value}`)}`),
    // Raw: a body that begins with @ is no file to be read.
    ...(body === undefined ? [] : [`--data-raw ${quoted(body)}`]),
  ].join(' \\\n  ');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

// Only the variable itself stands where the shell looks into it.
function header(line: string): string {
  const parts = line.split(/(\$[A-Z][A-Z0-9_]*)/);
  return parts
    .map((part, index) => (index % 2 === 1 ? `"${part}"` : part === '' ? '' : quoted(part)))
    .join('');
}
