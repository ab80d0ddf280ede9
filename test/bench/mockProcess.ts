import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { MockUrls } from '../../src/mock/mockServer.ts';
import { controlMock } from '../support/startMock.ts';
import type { TestMock } from '../support/startMock.ts';

/** The mock server in a process of its own: its work does not count as the client's. */
export async function startMockProcess(seed: string): Promise<TestMock> {
  const script = new URL('../../scripts/mock.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [script, '--port', '0', '--seed', seed], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stop = () => void child.kill();
  process.once('exit', stop);
  for await (const line of createInterface({ input: child.stdout })) {
    const urls = JSON.parse(line) as MockUrls;
    return controlMock({
      urls,
      close: async () => {
        process.removeListener('exit', stop);
        stop();
      },
    });
  }
  throw new Error('The mock server ended before it said where it listens.');
}
