import type { Plugin } from 'esbuild';

/**
 * Leaves the engines out of a bundle. The rows of the engine table import an engine when a
 * connection is first used; that import now loads the engines' own bundle.
 */
export const enginesApart: Plugin = {
  name: 'engines apart',
  setup: ({ onResolve }) => {
    onResolve(
      { filter: /^\.\/(connectCognite|conductorEngine|xpanderEngine|http\/nodeTransport)\.ts$/ },
      ({ kind }) =>
        kind === 'dynamic-import' ? { path: './engines.cjs', external: true } : undefined,
    );
  },
};
