import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { EngineKind } from '../../../src/domain/connection.ts';
import type { Toolchain } from './toolchain.ts';

/** Runs curl with the machine's POSIX shell. */
export function shell(engine: EngineKind): Toolchain {
  return {
    engine,
    language: 'shell',
    name: 'curl',
    async compile(codes, folder) {
      const files = codes.map((_, index) => join(folder, `${index}.sh`));
      for (const [index, file] of files.entries()) await writeFile(file, codes[index] ?? '');
      return files.map((file) => ({ program: 'sh', args: [file] }));
    },
  };
}
