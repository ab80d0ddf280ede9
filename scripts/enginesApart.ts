import type { Plugin } from 'esbuild';

/**
 * Leaves the engines out of a bundle. An engine's definition imports its `connect….ts` or
 * `…Engine.ts` when a connection is first used; that import now loads the engines' own bundle.
 */
export const enginesApart: Plugin = {
  name: 'engines apart',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^\.\/(connect\w+|\w+Engine|http\/nodeTransport)\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './engines.cjs', external: true } : undefined,
    );
  },
};
