import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Where operating systems put Java. */
const folders = ['/usr/lib/jvm', '/opt', '/opt/java', '/Library/Java/JavaVirtualMachines'];

/**
 * The path of a `java` of at least this version: JAVA_HOME's, the PATH's, else one of the usual
 * folders'. Undefined where there is none.
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
    // A folder that is not there holds no Java.
    const names = await readdir(folder).catch(() => []);
    for (const name of names.toSorted((a, b) => b.localeCompare(a, 'en', { numeric: true }))) {
      found.push(join(folder, name, 'bin', 'java'));
      found.push(join(folder, name, 'Contents', 'Home', 'bin', 'java'));
    }
  }
  return found;
}

/** 0 where this is no Java. It prints its version to stderr, `1.8` in the old style. */
async function majorVersion(java: string): Promise<number> {
  try {
    const { stderr, stdout } = await run(java, ['-version'], { timeout: 20_000 });
    const [, first = '0', second = '0'] = /version "(\d+)(?:\.(\d+))?/.exec(stderr + stdout) ?? [];
    return first === '1' ? Number(second) : Number(first);
  } catch {
    // Not there, or not to be run: the next candidate may be.
    return 0;
  }
}
