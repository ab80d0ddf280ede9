import { readFileSync, realpathSync } from 'node:fs';
import type { Plugin } from 'esbuild';
import { inRoot } from './root.ts';

// The bundler names a file by its real path, also where node_modules is a link.
const lib = realpathSync(inRoot('node_modules/axios/lib'));

/** What stands in for a part of axios that only its own adapters need. */
const instead: readonly (readonly [RegExp, string])[] = [
  [/^\.\/(http|xhr|fetch)\.js$/, 'helpers/null.js'],
  [/^\.\/node\/index\.js$/, 'platform/browser/index.js'],
  [/\/classes\/FormData\.js$/, 'helpers/null.js'],
];

/**
 * Leaves the adapters of axios out of a bundle: those for Node alone bring proxies, redirects and
 * form data, 270 KB, and we have one of our own. Axios does the same for browsers in its package.
 */
export const withoutAdapters: Plugin = {
  name: 'without axios adapters',
  setup: ({ onLoad, onResolve }) => {
    onResolve({ filter: /^\..*\.js$/ }, ({ path, importer }) => {
      if (!importer.startsWith(lib)) return undefined;
      const found = instead.find(([pattern]) => pattern.test(path));
      return found === undefined ? undefined : { path: `${lib}/${found[1]}` };
    });
    // Node loads all of its fetch when somebody first looks at FormData: a quarter of an
    // activation, for a check of bodies that we never send.
    onLoad({ filter: /[\\/]axios[\\/]lib[\\/]utils\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replaceAll('G.FormData', 'undefined'),
    }));
  },
};
