import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { inRoot } from './root.ts';
import { run } from './run.ts';

/** The layers and packages that each layer may import: the table in ARCHITECTURE.md. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  'src/domain': ['lossless-json'],
  'src/http': ['src/domain', 'axios'],
  'src/engines/conductor': ['src/domain', 'src/http', 'src/engines/conductor/read', 'zod/mini'],
  'src/engines/conductor/read': ['src/domain', 'src/http', 'src/engines/conductor', 'zod/mini'],
  'src/app': ['src/domain', 'p-limit'],
  'src/host': ['src/host/words', 'src/app', 'src/domain', 'src/discovery', 'vscode', 'zod/mini'],
  'src/host/words': ['src/host', 'src/app', 'src/domain', 'src/discovery', 'zod/mini'],
  'src/discovery': ['src/domain'],
  'src/mock': ['hono'],
};

const packages = ['vscode', 'axios', 'zod/mini'];
const layers = [...Object.keys(allowed), 'src/engines/other'];

/**
 * Tests the layer table of lint. Writes a file for every forbidden and for every allowed import
 * into a temporary folder and lints them. Returns one sentence for each wrong result.
 */
export async function layerEscapes(): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'layers-'));
  try {
    writeLintConfig(folder);
    const probes = Object.keys(allowed).flatMap((layer) => probesOf(layer));
    for (const probe of probes) write(join(folder, probe.file), probe.source);
    const { output } = await run(inRoot('node_modules/.bin/oxlint'), ['--format=unix'], {
      cwd: folder,
      quiet: true,
    });
    if (!output.includes('no-restricted-imports')) return [`oxlint did not run: ${output}`];
    return probes.flatMap((probe) => {
      const isReported = output.includes(`${probe.file}:`);
      if (isReported === probe.isForbidden) return [];
      return `${probe.what} is ${probe.isForbidden ? 'forbidden, but lint lets it pass' : 'allowed, but lint reports it'}.`;
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Probe {
  readonly file: string;
  readonly source: string;
  readonly what: string;
  readonly isForbidden: boolean;
}

function probesOf(layer: string): readonly Probe[] {
  const targets = [...layers.filter((other) => other !== layer), ...packages];
  return targets.map((target) => {
    const specifier = layers.includes(target) ? `${relativePath(layer, target)}/thing.ts` : target;
    return {
      file: `${layer}/probe_${target.replaceAll(/\W/g, '_')}.ts`,
      source: `import { thing } from '${specifier}';\nexport const copy = thing;\n`,
      what: `An import of ${target} in ${layer}`,
      isForbidden: !allowed[layer]?.includes(target),
    };
  });
}

function relativePath(from: string, to: string): string {
  const path = posix.relative(from, to);
  return path.startsWith('.') ? path : `./${path}`;
}

/** Turns type-aware rules off: the rule about imports needs no types, and the folder has none. */
function writeLintConfig(folder: string): void {
  const config = JSON.parse(readFileSync(inRoot('.oxlintrc.json'), 'utf8')) as {
    options?: { typeAware?: boolean };
    $schema?: string;
  };
  delete config.$schema;
  config.options = { ...config.options, typeAware: false };
  write(join(folder, '.oxlintrc.json'), JSON.stringify(config));
  cpSync(inRoot('tsconfig.json'), join(folder, 'tsconfig.json'));
  for (const layer of layers) write(join(folder, layer, 'thing.ts'), 'export const thing = 1;\n');
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
