import { execFile } from 'node:child_process';
import { access, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Returns the path of Conductor's server jar (430 MB). Maven fetches it if the folder lacks it.
 * @throws {Error} one sentence, if Maven is missing or fails
 */
export async function conductorJar(
  version: string,
  cacheDir: string,
  log: (line: string) => void,
): Promise<string> {
  const jar = join(cacheDir, `conductor-server-${version}-boot.jar`);
  if (await isThere(jar)) return jar;
  await mkdir(cacheDir, { recursive: true });
  log(`Fetching Conductor ${version} with Maven, once.`);
  const artifact = `org.conductoross:conductor-server:${version}:jar:boot`;
  try {
    await run('mvn', [
      '-q',
      '-B',
      'dependency:copy',
      `-Dartifact=${artifact}`,
      `-DoutputDirectory=${cacheDir}`,
    ]);
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new Error(
      missing
        ? 'A real Conductor server is fetched with Maven, and there is no mvn on the PATH: install Maven (Debian: apt-get install maven).'
        : `Maven could not fetch ${artifact}: check the network and Maven's settings.`,
      { cause: error },
    );
  }
  if (!(await isThere(jar))) throw new Error(`Maven fetched ${artifact}, but not as ${jar}.`);
  return jar;
}

async function isThere(path: string): Promise<boolean> {
  return await access(path).then(
    () => true,
    () => false,
  );
}
