import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { inRoot, root } from '../root.ts';
import { readPackageJson } from './packageJson.ts';
import { tables, withTable } from './tables.ts';
import { manifestSource } from './typescript.ts';

/** A file that is made from package.json: its wanted and its current text. */
export interface Derived {
  readonly path: string;
  readonly wanted: string;
  readonly current: string;
}

const generatedPath = 'src/host/manifest.generated.ts';

export function derivedFiles(): readonly Derived[] {
  const manifest = readPackageJson();
  return [
    {
      path: generatedPath,
      wanted: formatted(manifestSource(manifest)),
      current: readText(generatedPath),
    },
    ...Object.entries(tables(manifest)).map(([name, table]) => {
      const path = `docs/${name}.md`;
      const current = readText(path);
      return { path, wanted: withTable(current, name, table), current };
    }),
  ];
}

function readText(path: string): string {
  return existsSync(inRoot(path)) ? readFileSync(inRoot(path), 'utf8') : '';
}

/** Formats it as `npm run format` does, so that the formatter never changes it. */
function formatted(source: string): string {
  const oxfmt = inRoot('node_modules/.bin/oxfmt');
  const run = spawnSync(oxfmt, ['--stdin-filepath', generatedPath], {
    cwd: root,
    input: source,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (run.status !== 0) throw new Error(`oxfmt failed on ${generatedPath}: ${run.stderr}`);
  return run.stdout;
}
