/** `npm run check`: types, lint, layers, rooms, format, unused code, and the files made from package.json. */
import { closingLine, exitCodeOf } from './counts.ts';
import { layerEscapes } from './layers.ts';
import { roomEscapes } from './roomEscapes.ts';
import { run } from './run.ts';

interface Step {
  readonly name: string;
  /** What is wrong, or nothing. */
  check(): Promise<string | undefined>;
}

const steps: readonly Step[] = [
  tool('types', 'tsc', ['-p', '.']),
  tool('lint', 'oxlint', []),
  { name: 'layers', check: async () => (await layerEscapes()).join('\n') || undefined },
  { name: 'rooms', check: async () => roomEscapes().join('\n') || undefined },
  tool('format', 'oxfmt', ['--check', '.']),
  tool('unused code', 'knip', []),
  tool('manifest', 'node', ['scripts/manifest.ts', '--check']),
];

// All steps run side by side; each reports when those before it have reported.
const running = steps.map((step) => ({ name: step.name, result: timed(step) }));

let failed = 0;
for (const { name, result } of running) {
  const { problem, seconds } = await result;
  console.log(`${problem === undefined ? 'ok    ' : 'FAILED'} ${name} (${seconds.toFixed(1)} s)`);
  if (problem === undefined) continue;
  failed += 1;
  console.log(problem.replaceAll(/^/gm, '  '));
}
const counts = { passed: steps.length - failed, failed };
console.log(closingLine(counts));
process.exitCode = exitCodeOf(counts);

async function timed(step: Step): Promise<{ problem: string | undefined; seconds: number }> {
  const started = Date.now();
  const problem = await step.check();
  return { problem, seconds: (Date.now() - started) / 1000 };
}

function tool(name: string, program: string, args: readonly string[]): Step {
  return {
    name,
    check: async () => {
      const { code, output } = await run(program, args, { quiet: true });
      return code === 0 ? undefined : `${program} ${args.join(' ')}\n${output.trimEnd()}`;
    },
  };
}
