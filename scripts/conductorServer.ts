import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { conductorJar } from './conductorJar.ts';
import { findJava } from './findJava.ts';

export type ConductorVersion = '3.32.1' | '3.21.14';

export interface ConductorOptions {
  readonly version: ConductorVersion;
  /** The folder that keeps the server's jar between runs. */
  readonly cacheDir: string;
  readonly log: (line: string) => void;
}

/** A running Conductor that nobody else uses. */
export interface ConductorServer {
  /** The base URL, with /api. */
  readonly url: string;
  readonly version: ConductorVersion;
  close(): Promise<void>;
}

/** For each version, the oldest Java that runs it and its options to use one SQLite file. */
const needs: Record<ConductorVersion, { readonly java: number; readonly options: string[] }> = {
  '3.32.1': { java: 21, options: ['--conductor.integrations.ai.enabled=false'] },
  '3.21.14': {
    java: 17,
    options: [
      '--conductor.db.type=sqlite',
      '--conductor.queue.type=sqlite',
      '--conductor.indexing.enabled=true',
      '--conductor.indexing.type=sqlite',
      '--conductor.elasticsearch.version=0',
      '--spring.datasource.driver-class-name=org.sqlite.JDBC',
      '--spring.datasource.hikari.maximum-pool-size=2',
      '--conductor.app.ownerEmailMandatory=false',
      '--conductor.workflow-execution-lock.type=local_only',
      '--loadSample=false',
    ],
  },
};

const startMs = 180_000;

/**
 * Starts a real Conductor on a free port with a database of its own, and waits until it is healthy.
 * @throws {Error} one sentence that says what is missing and how to get it
 */
export async function startConductor(options: ConductorOptions): Promise<ConductorServer> {
  const { version, cacheDir, log } = options;
  const { java: least, options: more } = needs[version];
  const java = await findJava(least);
  if (java === undefined) {
    throw new Error(
      `A real Conductor ${version} needs Java ${least} or newer, and there is none: install one (Debian: apt-get install openjdk-${least}-jre-headless) or set JAVA_HOME.`,
    );
  }
  const jar = await conductorJar(version, cacheDir, log);
  const port = await freePort();
  const folder = await mkdtemp(join(tmpdir(), 'conductor-'));
  const flags = ['-Xmx1g', '--enable-native-access=ALL-UNNAMED', '-jar', jar];
  const url = 'jdbc:sqlite:c.db?busy_timeout=15000&journal_mode=WAL';
  const server = spawn(
    java,
    [...flags, `--server.port=${port}`, `--spring.datasource.url=${url}`, ...more],
    { cwd: folder, stdio: 'ignore' },
  );
  const close = async () => {
    await stop(server);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    log(`Starting Conductor ${version} on port ${port}.`);
    await untilHealthy(server, `http://127.0.0.1:${port}/health`, version);
  } catch (error) {
    await close();
    throw error;
  }
  return { url: `http://127.0.0.1:${port}/api`, version, close };
}

async function untilHealthy(server: ChildProcess, url: string, version: string): Promise<void> {
  let failure: Error | undefined;
  server.once('error', (error) => {
    failure = error;
  });
  const end = Date.now() + startMs;
  while (Date.now() < end) {
    if (failure ?? server.exitCode !== null) {
      throw new Error(`Conductor ${version} ended while it started.`, { cause: failure });
    }
    if (await isHealthy(url)) return;
    await new Promise((resolve) => {
      setTimeout(resolve, 500);
    });
  }
  throw new Error(`Conductor ${version} was not healthy after ${startMs / 1000} s.`);
}

async function isHealthy(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5000) });
    return response.ok && (await response.text()).includes('"healthy":true');
  } catch {
    // Nobody listens yet.
    return false;
  }
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null || server.pid === undefined) return;
  const ended = new Promise<void>((resolve) => {
    server.once('exit', () => resolve());
  });
  server.kill('SIGKILL');
  await ended;
}

async function freePort(): Promise<number> {
  return await new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
