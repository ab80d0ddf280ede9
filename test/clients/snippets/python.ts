import { writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

import { cached } from '../../../scripts/cache.ts';
import { run } from '../../../scripts/run.ts';
import type { EngineKind } from '../../../src/domain/connection.ts';
import type { Toolchain } from './toolchain.ts';

interface Sdk {
  readonly engine: EngineKind;
  /** The requirement for pip, with the version. */
  readonly requirement: string;
  /** The dependencies that are really needed; absent installs all. */
  readonly needs?: readonly string[];
  /** Modules that the SDK imports but does not need for an update; they take half a gigabyte. */
  readonly stubs?: readonly string[];
}

export const conductorPython: Sdk = {
  engine: 'conductor',
  requirement: 'conductor-python==2.0.0',
};

export const cognitePython: Sdk = { engine: 'cognite', requirement: 'cognite-sdk==8.22.0' };

export const xpanderPython: Sdk = {
  engine: 'xpander',
  requirement: 'xpander-sdk==2.0.537',
  needs: [
    'httpx==0.28.1',
    'httpx-sse==0.4.3',
    'loguru==0.7.3',
    'nest-asyncio==1.6.0',
    'packaging==25.0',
    'pydantic==2.12.5',
    'python-dotenv==1.2.1',
  ],
  stubs: ['agents', 'agno', 'strands'],
};

/**
 * Fetches a Python SDK from PyPI. @throws {Error} with one sentence, where Python with pip is
 * missing or cannot fetch it
 */
export async function python(sdk: Sdk): Promise<Toolchain> {
  const version = await run('python3', ['-c', printVersion], { quiet: true });
  if (version.code !== 0) throw new Error('There is no python3 on this machine.');
  const words = [sdk.requirement, ...(sdk.needs ?? []), `py${version.output.trim()}`];
  // Some packages are compiled for one Python version.
  const name = `clients/${words.join(' ').replaceAll(/[^\w.-]+/g, '_')}`;
  const installed = await cached(name, (folder) => install(sdk, folder));
  const stubs = sdk.stubs === undefined ? '' : `, without ${sdk.stubs.join(', ')}`;
  return {
    engine: sdk.engine,
    language: 'python',
    name: `Python, ${sdk.requirement.replace('==', ' ')}${stubs}`,
    async compile(codes, folder) {
      const files = codes.map((_, index) => join(folder, `${index}.py`));
      for (const [index, file] of files.entries()) await writeFile(file, codes[index] ?? '');
      // Python imports a module of this name first.
      await writeFile(join(folder, 'sitecustomize.py'), emptyModules(sdk.stubs ?? []));
      const env = { PYTHONPATH: [folder, installed].join(delimiter), PYTHONWARNINGS: 'ignore' };
      return files.map((file) => ({ program: 'python3', args: [file], env }));
    },
  };
}

const printVersion = 'import sys; print("%d.%d" % sys.version_info[:2])';

async function install({ requirement, needs }: Sdk, folder: string): Promise<void> {
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check'];
  const into = ['--target', folder];
  const wanted = needs === undefined ? [[requirement]] : [['--no-deps', requirement], [...needs]];
  for (const packages of wanted) {
    const ran = await run('python3', [...pip, ...into, ...packages], { quiet: true });
    if (ran.code !== 0) throw new Error(`pip could not fetch ${requirement}.`);
  }
}

/** Replaces these modules by modules with empty classes of any name. */
function emptyModules(names: readonly string[]): string {
  return `import importlib.abc
import importlib.machinery
import sys
import types


class Empty(types.ModuleType):
    __path__ = []

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return type(name, (), {})


class Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def find_spec(self, name, path, target=None):
        if name.split(".")[0] in ${JSON.stringify(names)}:
            return importlib.machinery.ModuleSpec(name, self, is_package=True)

    def create_module(self, spec):
        return Empty(spec.name)

    def exec_module(self, module):
        pass


sys.meta_path.append(Finder())
`;
}
