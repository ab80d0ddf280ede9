import { readdirSync, readFileSync } from 'node:fs';
import { until } from '../../support/until.ts';

/** Kills the extension host of a server's one window and waits until there is another one. */
export async function killExtensionHost(serverPid: number): Promise<void> {
  const before = extensionHosts(serverPid);
  if (before.length === 0) throw new Error('No extension host runs.');
  kill(before);
  await until('another extension host', async () =>
    extensionHosts(serverPid).find((pid) => !before.includes(pid)),
  );
}

/**
 * Kills a server and all that it has started. Asked to end, it would first wait some seconds for
 * the extension host of a window that is gone.
 */
export function killServer(serverPid: number): void {
  kill([serverPid, ...processes().filter((pid) => descendsFrom(pid, serverPid))]);
}

/** Ends processes at once: nothing of them has another turn. */
export function kill(pids: readonly number[]): void {
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has ended meanwhile.
    }
  }
}

/** The processes that run the extensions of a server's windows. */
export function extensionHosts(serverPid: number): readonly number[] {
  return processes()
    .filter((pid) => read(pid, 'cmdline').includes('--type=extensionHost'))
    .filter((pid) => descendsFrom(pid, serverPid));
}

function processes(): readonly number[] {
  const names = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return names.map(Number);
}

function descendsFrom(pid: number, ancestor: number): boolean {
  const parent = Number(/^\d+ \(.*\) \S (\d+)/s.exec(read(pid, 'stat'))?.[1] ?? 0);
  return parent === ancestor || (parent !== 0 && descendsFrom(parent, ancestor));
}

function read(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    // It has ended meanwhile.
    return '';
  }
}
