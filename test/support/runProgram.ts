import { spawn } from 'node:child_process';

export interface Ran {
  readonly code: number;
  /** Output of both streams, in the order of arrival. */
  readonly output: string;
}

interface ProgramOptions {
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The timeout after which the program is killed, which counts as a failure. */
  readonly timeoutMs?: number;
}

/**
 * Runs a program to its end with a text as its input. Undefined where the program does not exist.
 */
export async function runProgram(
  program: string,
  args: readonly string[],
  options: ProgramOptions = {},
): Promise<Ran | undefined> {
  const child = spawn(program, args, {
    env: { ...process.env, ...options.env },
    ...(options.timeoutMs === undefined ? {} : { timeout: options.timeoutMs }),
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  // A program that reads no input may end before the input is written.
  child.stdin.on('error', () => undefined);
  child.stdin.end(options.input ?? '');
  return await new Promise((resolve, reject) => {
    child.on('close', (code, ended) => {
      resolve({ code: code ?? 1, output: ended === null ? output : `${output}Ended by ${ended}.` });
    });
    child.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') resolve(undefined);
      else reject(error);
    });
  });
}
