import { spawn } from 'node:child_process';

export interface Ran {
  readonly code: number;
  /** What it wrote, to both streams, in the order in which it came. */
  readonly output: string;
}

/** Runs a program to its end with a text as its input. Undefined where there is no such program. */
export async function runProgram(
  program: string,
  args: readonly string[],
  options: { readonly input?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<Ran | undefined> {
  const child = spawn(program, args, { env: { ...process.env, ...options.env } });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  // A program that reads no input may be gone before it is written.
  child.stdin.on('error', () => undefined);
  child.stdin.end(options.input ?? '');
  return await new Promise((resolve, reject) => {
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
    child.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') resolve(undefined);
      else reject(error);
    });
  });
}
