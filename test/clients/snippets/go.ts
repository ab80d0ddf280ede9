import { strict as assert } from 'node:assert';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { cached } from '../../../scripts/cache.ts';
import { run } from '../../../scripts/run.ts';
import type { Toolchain } from './toolchain.ts';

const module = 'github.com/conductor-sdk/conductor-go';
const version = 'v1.5.4';
const optional = 'github.com/antihax/optional@v1.0.0';

/**
 * Fetches Conductor's Go SDK from the module proxy. @throws {Error} with one sentence, where Go is
 * missing or cannot fetch it
 */
export async function go(): Promise<Toolchain> {
  if ((await run('go', ['version'], { quiet: true })).code !== 0) {
    throw new Error('There is no Go on this machine.');
  }
  const fetched = await cached(`clients/conductor-go-${version}`, fetchModules);
  return {
    engine: 'conductor',
    language: 'go',
    name: `Go, conductor-go ${version}`,
    async compile(codes, folder) {
      for (const name of ['go.mod', 'go.sum']) {
        await copyFile(join(fetched, name), join(folder, name));
      }
      const files = codes.map((_, index) => join(folder, `update${index}`, 'main.go'));
      for (const [index, file] of files.entries()) {
        await mkdir(dirname(file));
        await writeFile(file, codes[index] ?? '');
      }
      const bin = join(folder, 'bin');
      await mkdir(bin);
      const env = { ...environment(fetched), GOPROXY: 'off' };
      const build = ['build', '-ldflags=-s -w', '-o', `${bin}/`, './...'];
      const ran = await run('go', build, { cwd: folder, env, quiet: true });
      assert.equal(ran.code, 0, ran.output);
      return codes.map((_, index) => ({ program: join(bin, `update${index}`), args: [] }));
    },
  };
}

/** Modules are stored beside the other SDKs, writable, so that they can be deleted. */
function environment(folder: string): Readonly<Record<string, string>> {
  return { GOMODCACHE: join(folder, 'modules'), GOFLAGS: '-modcacherw -mod=mod' };
}

async function fetchModules(folder: string): Promise<void> {
  const env = environment(folder);
  const steps = [
    ['mod', 'init', 'snippets'],
    ['get', `${module}/sdk/client@${version}`, optional],
  ];
  for (const step of steps) {
    const ran = await run('go', step, { cwd: folder, env, quiet: true });
    if (ran.code !== 0) throw new Error(`Go's module proxy has no ${module}@${version} here.`);
  }
}
