import type { Plugin } from 'esbuild';

/**
 * Leaves the engines out of a bundle: what the rows of the engine table import when a connection
 * is first used comes from the bundle beside it.
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
