import { readdirSync, readFileSync } from 'node:fs';
import { until } from '../../support/until.ts';

/** Kills the extension host of a server's one window and waits until there is another one. */
export async function killExtensionHost(serverPid: number): Promise<void> {
  const before = new Set(extensionHosts(serverPid));
  if (before.size === 0) throw new Error('No extension host runs.');
  for (const pid of before) process.kill(pid, 'SIGKILL');
  await until('another extension host', async () =>
    extensionHosts(serverPid).find((pid) => !before.has(pid)),
  );
}

function extensionHosts(serverPid: number): readonly number[] {
  const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return processes
    .filter((pid) => read(pid, 'cmdline').includes('--type=extensionHost'))
    .filter((pid) => descendsFrom(pid, String(serverPid)))
    .map(Number);
}

function descendsFrom(pid: string, ancestor: string): boolean {
  const parent = /^\d+ \(.*\) \S (\d+)/s.exec(read(pid, 'stat'))?.[1] ?? '0';
  return parent === ancestor || (parent !== '0' && descendsFrom(parent, ancestor));
}

function read(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    // It has ended meanwhile.
    return '';
  }
}
