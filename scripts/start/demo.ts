import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { inRoot, root } from '../root.ts';

interface Demo {
  /** The base URL of its Conductor. */
  readonly url: string;
  stop(): void;
}

/** Starts the mock server with the demo's data on a free port. */
export async function startDemo(): Promise<Demo> {
  const child = spawn(
    process.execPath,
    [inRoot('scripts/mock.ts'), '--port', '0', '--seed', 'demo'],
    { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const stop = () => void child.kill();
  process.once('exit', stop);
  for await (const line of createInterface({ input: child.stdout })) {
    const { conductor } = JSON.parse(line) as { readonly conductor: string };
    return { url: conductor, stop };
  }
  throw new Error('The mock server ended before it said where it listens.');
}
