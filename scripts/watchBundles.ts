import type { Plugin } from 'esbuild';
import { context } from 'esbuild';
import type { BundleName } from './bundles.ts';
import { bundleNames, bundleOptions } from './bundles.ts';

/** VS Code's task "watch" waits for these lines: F5 runs what the last build made. */
export const buildStarted = 'Build started.';
export const buildFinished = 'Build finished.';

/** The part of esbuild's message that is printed; columns count from 0. */
interface Problem {
  readonly text: string;
  readonly location: {
    readonly file: string;
    readonly line: number;
    readonly column: number;
  } | null;
}

/** In the form that the problem matcher of .vscode/tasks.json reads: `src/file.ts:7:3: error: why`. */
export function problemLine({ text, location }: Problem, severity: 'error' | 'warning'): string {
  const where = location ? `${location.file}:${location.line}:${location.column + 1}: ` : '';
  return `${where}${severity}: ${text.replaceAll('\n', ' ')}`;
}

/** Builds all bundles, and a bundle again whenever a file of it changes; runs until the process ends. */
export async function watchBundles(isProduction: boolean): Promise<void> {
  const building = new Set<BundleName>(bundleNames);
  console.log(buildStarted);
  const reporter = (name: BundleName): Plugin => ({
    name: 'reporter',
    setup: ({ onStart, onEnd }) => {
      onStart(() => {
        if (building.size === 0) console.log(buildStarted);
        building.add(name);
      });
      onEnd(({ errors, warnings }) => {
        for (const error of errors) console.log(problemLine(error, 'error'));
        for (const warning of warnings) console.log(problemLine(warning, 'warning'));
        building.delete(name);
        if (building.size === 0) console.log(buildFinished);
      });
    },
  });
  for (const name of bundleNames) {
    const options = bundleOptions(name, isProduction);
    const plugins = [...(options.plugins ?? []), reporter(name)];
    const watching = await context({ ...options, plugins, logLevel: 'silent' });
    await watching.watch();
  }
}
