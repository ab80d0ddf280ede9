import assert from 'node:assert/strict';
import { isBuiltin } from 'node:module';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Metafile } from 'esbuild';
import { build } from 'esbuild';
import type { BundleName } from '../../scripts/bundles.ts';
import { inRoot } from '../../scripts/root.ts';
import { bundleFiles, bundleOptions } from '../../scripts/bundles.ts';

const maximumBytes = 350_000;

const extension = await metafileOf('extension');
const engines = await metafileOf('engines');
const mock = await metafileOf('mock');

test('the extension is at most 350 KB minified', () => {
  const bytes = extension.outputs[bundleFiles.extension]?.bytes ?? 0;

  assert.ok(bytes > 0 && bytes <= maximumBytes, `${bytes} bytes`);
});

test('the extension contains nothing of the mock server, the tests or the scripts', () => {
  const inputs = Object.keys(extension.inputs);

  assert.ok(inputs.includes('src/extension.ts'));
  assert.deepEqual(
    inputs.filter((path) => /^(src\/mock|test|scripts)\//.test(path)),
    [],
  );
});

test('the mock server shares no file with the extension', () => {
  const own = (metafile: Metafile) =>
    Object.keys(metafile.inputs).filter((path) => path.startsWith('src/'));

  assert.ok(own(mock).length > 0);
  assert.deepEqual(
    own(mock).filter((path) => !path.startsWith('src/mock/')),
    [],
  );
});

test('what is loaded on demand is not in the extension as well', async () => {
  const features = readFileSync(inRoot('src/onDemand.ts'), 'utf8');
  const files = [...features.matchAll(/^import \{[^}]*\} from '\.\/([^']+)'/gm)].map(
    ([, path = '']) => `src/${path}`,
  );
  const onDemand = Object.keys((await metafileOf('onDemand')).inputs);

  assert.ok(files.length > 0);
  assert.deepEqual(
    files.filter((path) => !onDemand.includes(path) || path in extension.inputs),
    [],
  );
});

test('what only speaks to servers is not loaded by an activation', () => {
  const inputs = Object.keys(extension.inputs);
  const spare = inputs.filter((path) => /\/(axios|zod)\/|src\/engines\/\w+\/engine/.test(path));

  assert.ok(Object.keys(engines.inputs).some((path) => path.includes('/axios/')));
  assert.deepEqual(spare, []);
});

test('the slim entries of the libraries are bundled', () => {
  // What is shaken out again stays among the inputs, with no bytes in the output.
  const inputs = [extension, engines]
    .flatMap(({ outputs }) => Object.values(outputs))
    .flatMap((output) => Object.entries(output.inputs))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([path]) => path);

  assert.ok(inputs.some((path) => path.includes('node_modules/axios/')));
  assert.deepEqual(
    inputs.filter((path) => /axios\/dist\/node|jsonc-parser\/lib\/umd|zod\/v4\/classic/.test(path)),
    [],
  );
});

test('nothing but vscode and modules of Node is left to be required', () => {
  const required = Object.values(extension.outputs).flatMap(({ imports }) =>
    imports.filter(({ external }) => external).map(({ path }) => path),
  );

  assert.deepEqual(
    required.filter((path) => !['vscode', './engines.cjs'].includes(path) && !isBuiltin(path)),
    [],
  );
});

test('loading it asks for VS Code once, and does not make Node load its fetch', async () => {
  for (const name of ['extension', 'onDemand'] as const) {
    const { outputFiles } = await build({ ...bundleOptions(name, false), write: false });
    const text = outputFiles.find(({ path }) => path.endsWith('.cjs'))?.text ?? '';

    assert.equal(text.match(/require\("vscode"\)/g)?.length, 1, name);
    assert.doesNotMatch(text, /\b[A-Z]\.FormData/);
  }
});

async function metafileOf(name: BundleName): Promise<Metafile> {
  const result = await build({ ...bundleOptions(name, true), write: false, metafile: true });
  return result.metafile;
}
