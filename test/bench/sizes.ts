import { statSync } from 'node:fs';
import { build } from 'esbuild';
import { bundleOptions } from '../../scripts/bundles.ts';
import { vsixPath } from '../../scripts/vsix.ts';
import type { Figure } from './figure.ts';

/** The size of the bundle as it is now, and of the package where one was made. */
export async function sizes(): Promise<readonly Figure[]> {
  const { outputFiles } = await build({ ...bundleOptions('extension', true), write: false });
  const bytes = outputFiles[0]?.contents.length ?? 0;
  const packed = statSync(vsixPath, { throwIfNoEntry: false })?.size;
  return [
    sizeOf('extension bundle', bytes, 350),
    ...(packed === undefined ? [] : [sizeOf('VSIX', packed, 700)]),
  ];
}

function sizeOf(what: string, bytes: number, limit: number): Figure {
  return { what, figure: bytes / 1_000, limit, bound: 'most', unit: 'KB' };
}
