import { isVersion } from './atLeast.ts';
import type { MockServerOptions } from './mockServer.ts';

/** The parsed command line, or one sentence about what is wrong with it. */
export type CommandLine =
  | { readonly kind: 'ok'; readonly options: MockServerOptions }
  | { readonly kind: 'bad'; readonly message: string };

const usage =
  'usage: npm run mock -- [--port P] [--seed demo|empty|NUMBER] [--conductor-version V] [--no-index] [--messages] [--orkes KEY:SECRET]… [--host H]';

/** Parses the arguments after the program's name. Both `--port 1` and `--port=1` work. */
export function parseCommandLine(args: readonly string[]): CommandLine {
  let options: MockServerOptions = {};
  const words = args.flatMap((arg) => (/^--[\w-]+=/.test(arg) ? splitOnce(arg) : [arg]));
  for (let index = 0; index < words.length; index++) {
    const name = words[index] ?? '';
    if (name === '--no-index') {
      options = { ...options, index: false };
      continue;
    }
    if (name === '--messages') {
      options = { ...options, conductorMessages: true };
      continue;
    }
    const read = readers.get(name);
    if (read === undefined) return bad(`unknown argument ${name}`);
    const value = words[++index];
    if (value === undefined) return bad(`${name} needs a value`);
    const found = read(value);
    if (found === undefined) return bad(`${name} cannot be ${value}`);
    options = { ...options, ...found, ...bothKeys(options, found) };
  }
  return { kind: 'ok', options };
}

const readers = new Map<string, (value: string) => MockServerOptions | undefined>(
  Object.entries({
    '--port': (value) => {
      const port = toCount(value);
      return port !== undefined && port <= 65_535 ? { port } : undefined;
    },
    '--seed': (value) => {
      if (value === 'demo' || value === 'empty') return { seed: value };
      const seed = toCount(value);
      return seed === undefined ? undefined : { seed };
    },
    '--conductor-version': (value) => (isVersion(value) ? { conductorVersion: value } : undefined),
    '--orkes': (value) => {
      const at = value.indexOf(':');
      if (at < 1 || at === value.length - 1) return undefined;
      return { orkes: { keys: { [value.slice(0, at)]: value.slice(at + 1) } } };
    },
    '--host': (value) => (value === '' ? undefined : { host: value }),
  } satisfies Record<string, (value: string) => MockServerOptions | undefined>),
);

/** Merges the keys, since --orkes may occur several times. */
function bothKeys(before: MockServerOptions, now: MockServerOptions): MockServerOptions {
  if (before.orkes === undefined || now.orkes === undefined) return {};
  return { orkes: { keys: { ...before.orkes.keys, ...now.orkes.keys } } };
}

function toCount(text: string): number | undefined {
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

function splitOnce(arg: string): string[] {
  const at = arg.indexOf('=');
  return [arg.slice(0, at), arg.slice(at + 1)];
}

function bad(message: string): CommandLine {
  return { kind: 'bad', message: `${message}; ${usage}` };
}
