import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Where operating systems put Java. */
const folders = ['/usr/lib/jvm', '/opt', '/opt/java', '/Library/Java/JavaVirtualMachines'];

/**
 * The path of a `java` of at least this version, from JAVA_HOME, the PATH or the usual folders.
 * Undefined if there is none.
 */
export async function findJava(least: number): Promise<string | undefined> {
  const home = process.env['JAVA_HOME'];
  const candidates = [...(home ? [join(home, 'bin', 'java')] : []), 'java', ...(await installed())];
  for (const java of candidates) {
    if ((await majorVersion(java)) >= least) return java;
  }
  return undefined;
}

async function installed(): Promise<string[]> {
  const found: string[] = [];
  for (const folder of folders) {
    // A missing folder holds no Java.
    const names = await readdir(folder).catch(() => []);
    for (const name of names.toSorted((a, b) => b.localeCompare(a, 'en', { numeric: true }))) {
      found.push(join(folder, name, 'bin', 'java'));
      found.push(join(folder, name, 'Contents', 'Home', 'bin', 'java'));
    }
  }
  return found;
}

/** 0 if this is no Java. Java prints its version to stderr, in the old style as `1.8`. */
async function majorVersion(java: string): Promise<number> {
  try {
    const { stderr, stdout } = await run(java, ['-version'], { timeout: 20_000 });
    const [, first = '0', second = '0'] = /version "(\d+)(?:\.(\d+))?/.exec(stderr + stdout) ?? [];
    return first === '1' ? Number(second) : Number(first);
  } catch {
    // This one is missing or does not run: the next candidate may.
    return 0;
  }
}
