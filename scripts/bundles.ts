import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { BuildOptions, Metafile } from 'esbuild';
import { build } from 'esbuild';
import { inRoot, root } from './root.ts';
import { enginesApart } from './enginesApart.ts';
import { oneVscode } from './oneVscode.ts';

/** VS Code loads `extension`, which loads the others when they are needed. `hostTests`: the suites inside VS Code. */
export type BundleName = (typeof packedBundles)[number] | 'hostTests';

/** The bundles of a package. */
export const packedBundles = ['extension', 'engines', 'mock', 'onDemand'] as const;

export const bundleNames: readonly BundleName[] = [...packedBundles, 'hostTests'];

/** The file of each bundle, relative to the repository. */
export const bundleFiles: Readonly<Record<BundleName, string>> = {
  extension: 'dist/extension.cjs',
  engines: 'dist/engines.cjs',
  mock: 'dist/mock.cjs',
  onDemand: 'dist/onDemand.cjs',
  hostTests: 'dist/test/host.cjs',
};

/** The suites that run inside VS Code, each with the folders of its tests in running order. */
const hostSuites = {
  host: ['test/host', 'test/host/leaving'],
  returning: ['test/host/returning'],
  real: ['test/real/insideVsCode'],
} as const satisfies Record<string, readonly string[]>;

export type HostSuite = keyof typeof hostSuites;

/** esbuild's options for one bundle. Production minifies and leaves out source maps. */
export function bundleOptions(name: BundleName, production: boolean): BuildOptions {
  return {
    absWorkingDir: root,
    ...entryOf(name),
    outfile: bundleFiles[name],
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    // jsonc-parser's main entry is UMD, which hides its imports from the bundler.
    mainFields: ['module', 'main'],
    // Axios as it publishes it for browsers: its Node build brings adapters of 220 KB, and we have our own.
    alias: { axios: 'axios/dist/browser/axios.cjs' },
    plugins: [oneVscode, enginesApart],
    external: ['vscode'],
    minify: production,
    sourcemap: production ? false : 'linked',
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
    // mocha looks up files for parallel runs, which the host suite does not use.
    logOverride: { 'require-resolve-not-external': 'silent' },
  };
}

/** Builds one bundle into dist/ and keeps its metafile in dist/meta. */
export async function buildBundle(name: BundleName, production: boolean): Promise<Metafile> {
  const { metafile } = await build({ ...bundleOptions(name, production), metafile: true });
  mkdirSync(inRoot('dist/meta'), { recursive: true });
  writeFileSync(inRoot('dist/meta', `${name}.json`), JSON.stringify(metafile));
  return metafile;
}

function entryOf(name: BundleName): BuildOptions {
  switch (name) {
    case 'extension':
      return { entryPoints: ['src/extension.ts'] };
    case 'engines':
      return { entryPoints: ['src/engines.ts'] };
    case 'mock':
      return { entryPoints: ['src/mock/mockServer.ts'] };
    case 'onDemand':
      return { entryPoints: ['src/onDemand.ts'] };
    case 'hostTests':
      return { stdin: { contents: hostTestsEntry(), resolveDir: root, loader: 'ts' } };
  }
}

/** The files are required late: mocha's describe and it exist only after the suite set them up. */
function hostTestsEntry(): string {
  const suites = Object.entries(hostSuites).map(
    ([name, folders]) => `${name}: [${folders.flatMap(testFiles).join(',\n')}]`,
  );
  return `import { runSuite } from './test/host/suite.ts';
const suites = { ${suites.join(',\n')} };
export const run = () => runSuite(suites[process.env.WORKFLOW_TASKS_SUITE ?? 'host']);
`;
}

function testFiles(folder: string): readonly string[] {
  return readdirSync(inRoot(folder))
    .filter((file) => file.endsWith('.test.ts'))
    .sort()
    .map((file) => {
      const path = `./${folder}/${file}`;
      return `{ name: ${JSON.stringify(basename(file))}, load: () => require(${JSON.stringify(path)}) }`;
    });
}
