import { statSync } from 'node:fs';
import { bundleFiles } from '../../scripts/bundles.ts';
import { inRoot } from '../../scripts/root.ts';
import { vsixPath } from '../../scripts/vsix.ts';
import type { Figure } from './figure.ts';

/** The sizes of what was built last by `npm run package`; none where nothing was. */
export function sizes(): readonly Figure[] {
  return [
    ...sizeOf('extension bundle', inRoot(bundleFiles.extension), 350),
    ...sizeOf('VSIX', vsixPath, 700),
  ];
}

function sizeOf(what: string, path: string, limit: number): readonly Figure[] {
  const size = statSync(path, { throwIfNoEntry: false })?.size;
  if (size === undefined) return [];
  return [{ what, figure: size / 1_000, limit, bound: 'most', unit: 'KB' }];
}
