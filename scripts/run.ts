import { spawn } from 'node:child_process';
import { delimiter } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { inRoot, root } from './root.ts';

export interface Run {
  /** The process's exit code; 1 if a signal ended it or there is no such program. */
  readonly code: number;
  /** stdout and stderr in the order of arrival, without colours. */
  readonly output: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Keeps the output for the caller and shows nothing. */
  readonly quiet?: boolean;
}

/** Runs a program in the repository until it ends, with node_modules/.bin first in PATH. */
export async function run(
  program: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<Run> {
  const child = spawn(program, args, {
    cwd: options.cwd ?? root,
    env: { ...process.env, PATH: toolPath(), ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // On Windows, the tools in node_modules/.bin are .cmd files.
    shell: process.platform === 'win32',
  });
  let output = '';
  const take = (stream: NodeJS.WriteStream) => (chunk: Buffer) => {
    output += chunk.toString();
    if (!options.quiet) stream.write(chunk);
  };
  child.stdout.on('data', take(process.stdout));
  child.stderr.on('data', take(process.stderr));
  const code = await new Promise<number>((resolve) => {
    child.on('error', (error) => {
      output += `${error.message}\n`;
      resolve(1);
    });
    child.on('close', (exit) => resolve(exit ?? 1));
  });
  return { code, output: stripVTControlCharacters(output) };
}

/** Like run, but throws if the program fails; the error ends with the program's output. */
export async function mustRun(
  program: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<string> {
  const { code, output } = await run(program, args, options);
  if (code === 0) return output;
  const tail = options.quiet ? `\n${output.trimEnd().split('\n').slice(-20).join('\n')}` : '';
  throw new Error(`"${program} ${args.join(' ')}" ended with code ${code}.${tail}`);
}

function toolPath(): string {
  return `${inRoot('node_modules/.bin')}${delimiter}${process.env['PATH'] ?? ''}`;
}
