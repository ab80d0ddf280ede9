import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { mustRun } from '../run.ts';
import type { NpmBuild } from './npmBuild.ts';

export interface ServerOptions {
  /** The folder of settings, state and logs; it holds the user's settings in User/settings.json. */
  readonly userDataDir: string;
  readonly extensionsDir: string;
  /** 0, the default, picks a free port. */
  readonly port?: number;
  /** Allows extensions from disk. VS Code then shows no modal dialogs. */
  readonly isDevelopment?: boolean;
}

/** A running VS Code server. */
export interface Server {
  /** http://127.0.0.1:PORT, without a slash at the end. */
  readonly origin: string;
  readonly pid: number;
  /** The server's output so far. */
  log(): string;
  stop(): Promise<void>;
}

const startTimeoutMs = 60_000;

/** Starts the npm build of VS Code. Resolves when the server listens. */
export async function startServer(build: NpmBuild, options: ServerOptions): Promise<Server> {
  const args = [
    'out/server-main.js',
    '--host=127.0.0.1',
    `--port=${options.port ?? 0}`,
    '--without-connection-token',
    '--accept-server-license-terms',
    // Without it 1.139 ignores the payload that names an extension in development.
    ...(options.isDevelopment ? ['--enable-smoke-test-driver'] : []),
    '--telemetry-level=off',
    ...folderArguments(options),
  ];
  const child = spawn(build.node, args, { cwd: build.folder, stdio: ['ignore', 'pipe', 'pipe'] });
  process.once('exit', () => child.kill());
  let log = '';
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const port = await new Promise<string>((resolve, reject) => {
    const fail = (why: string) => {
      child.kill();
      reject(new Error(`VS Code's server ${why}:\n${log.trim()}`));
    };
    const timer = setTimeout(() => fail('did not start in a minute'), startTimeoutMs);
    const listen = (chunk: Buffer) => {
      log += chunk.toString();
      const found = /Extension host agent listening on (\d+)/.exec(log)?.[1];
      if (!found) return;
      clearTimeout(timer);
      resolve(found);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('error', (error) => fail(`cannot be run (${error.message})`));
    child.once('close', () => fail('ended'));
  });
  return {
    origin: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    log: () => log,
    stop: async () => {
      child.kill();
      await ended;
    },
  };
}

/** Installs a packaged extension as a user does. */
export async function installExtension(
  build: NpmBuild,
  vsix: string,
  options: ServerOptions,
): Promise<void> {
  await mustRun(
    build.node,
    ['out/server-main.js', '--install-extension', vsix, ...folderArguments(options)],
    { cwd: build.folder, quiet: true },
  );
}

function folderArguments({ userDataDir, extensionsDir }: ServerOptions): readonly string[] {
  return [
    `--user-data-dir=${userDataDir}`,
    `--extensions-dir=${extensionsDir}`,
    `--server-data-dir=${join(userDataDir, 'server')}`,
  ];
}
