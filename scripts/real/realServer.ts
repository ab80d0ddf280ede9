import { join } from 'node:path';
import { cacheFolder } from '../cache.ts';
import type { ConductorVersion } from '../conductorServer.ts';
import { startConductor } from '../conductorServer.ts';

export interface RealServer {
  readonly version: ConductorVersion;
  /** http://127.0.0.1:PORT, without /api. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Uses the server of this version from `running` ("3.32.1=http://…"), or starts one. */
export async function openRealServer(
  version: ConductorVersion,
  running: readonly string[],
): Promise<RealServer> {
  const given = running.find((server) => server.startsWith(`${version}=`));
  if (given) return { version, url: given.slice(version.length + 1), stop: async () => undefined };
  const server = await startConductor({
    version,
    cacheDir: join(cacheFolder(), 'conductor'),
    log: (line) => console.log(line),
  });
  return { version, url: server.url.replace(/\/api$/, ''), stop: () => server.close() };
}
