import { strict as assert } from 'node:assert';
import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { EngineKind } from '../../../src/domain/connection.ts';
import { inRoot } from '../../../scripts/root.ts';
import { runProgram } from '../../support/runProgram.ts';
import type { Toolchain } from './toolchain.ts';

/**
 * Checks the snippets against the types of their unchanged SDK and runs them with Node, which
 * strips the types. @param installed the folder where `npm install` ran
 */
export function typeScript(engine: EngineKind, name: string, installed: string): Toolchain {
  return {
    engine,
    language: 'typescript',
    name: `TypeScript, ${name}`,
    async compile(codes, folder) {
      await symlink(join(installed, 'node_modules'), join(folder, 'node_modules'));
      const files = codes.map((_, index) => join(folder, `${index}.mts`));
      for (const [index, file] of files.entries()) await writeFile(file, codes[index] ?? '');
      const flags = ['--noEmit', '--strict', '--skipLibCheck', '--target', 'esnext'];
      const modules = ['--module', 'esnext', '--moduleResolution', 'bundler'];
      const types = ['--types', 'node', '--typeRoots', inRoot('node_modules/@types')];
      const checked = await runProgram(inRoot('node_modules/.bin/tsc'), [
        ...flags,
        ...modules,
        ...types,
        '--ignoreConfig',
        ...files,
      ]);
      assert.equal(checked?.code, 0, checked?.output);
      return files.map((file) => ({ program: process.execPath, args: [file] }));
    },
  };
}
