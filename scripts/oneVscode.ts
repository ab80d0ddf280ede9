import { readFileSync } from 'node:fs';
import type { Plugin } from 'esbuild';

const written = "import * as vscode from 'vscode';";
const instead = "import { vscode } from 'one-vscode';";

/**
 * Lets all files of a bundle share one `require('vscode')`. The bundler would give each of them an
 * object of its own, with a getter for each name of VS Code's API: a third of an activation.
 */
export const oneVscode: Plugin = {
  name: 'one vscode',
  setup: ({ onLoad, onResolve }) => {
    onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      if (!text.includes(written)) return undefined;
      return { contents: text.replace(written, instead), loader: 'ts' };
    });
    onResolve({ filter: /^one-vscode$/ }, () => ({ path: 'one-vscode', namespace: 'one-vscode' }));
    onLoad({ filter: /^/, namespace: 'one-vscode' }, () => ({
      contents: "export const vscode = require('vscode');",
    }));
  },
};
