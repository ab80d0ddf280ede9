import { spawn } from 'node:child_process';
import { delimiter } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { inRoot, root } from './root.ts';

export interface Run {
  /** The process's exit code; 1 where a signal or a missing program ended it. */
  readonly code: number;
  /** stdout and stderr as they came, without colours. */
  readonly output: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Keep the output for the caller instead of showing it as it comes. */
  readonly quiet?: boolean;
}

/** Runs a program to its end, in the repository, with node_modules/.bin first in PATH. */
export async function run(
  program: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<Run> {
  const child = spawn(program, args, {
    cwd: options.cwd ?? root,
    env: { ...process.env, PATH: toolPath(), ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // The tools in node_modules/.bin are .cmd files there.
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

/** Like run, but a failure is an error that ends with what the program said. */
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
