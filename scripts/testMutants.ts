/**
 * `npm run test:mutants [-- --seeds N] [-- WORD…]` breaks a promise in a copy of the source, one
 * change after the other, and tells what notices: the simulation, or the tests that a row names.
 * With WORDs it takes the rows that hold one of them.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { keepingMutants } from '../test/mutants/keepingMutants.ts';
import type { Mutant } from '../test/mutants/mutant.ts';
import { sendingMutants } from '../test/mutants/sendingMutants.ts';
import { truthMutants } from '../test/mutants/truthMutants.ts';
import { closingLine, exitCodeOf } from './counts.ts';
import { inRoot, root } from './root.ts';
import { run } from './run.ts';

const { values, positionals } = parseArgs({
  options: { seeds: { type: 'string', default: '400' } },
  allowPositionals: true,
});
const all = [...sendingMutants, ...truthMutants, ...keepingMutants];
const left = all.filter(
  ({ breaks, file }) =>
    positionals.length === 0 || positionals.some((word) => `${breaks} ${file}`.includes(word)),
);
const counts = { passed: 0, failed: 0 };

await Promise.all(Array.from({ length: availableParallelism() }, () => work()));
console.log(closingLine(counts));
process.exitCode = exitCodeOf(counts);

/** Takes one row after the other, in a copy of its own. */
async function work(): Promise<void> {
  const copy = mkdtempSync(join(tmpdir(), 'mutants-'));
  try {
    for (const part of ['src', 'test', 'scripts', 'package.json']) {
      cpSync(inRoot(part), join(copy, part), { recursive: true });
    }
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
    for (let mutant = left.shift(); mutant !== undefined; mutant = left.shift()) {
      const caught = await catchIt(copy, mutant);
      counts[caught === undefined ? 'failed' : 'passed'] += 1;
      console.log(`${caught ?? 'SURVIVED'} ← ${mutant.breaks} (${mutant.file})`);
    }
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** What notices the change; undefined where nothing does. */
async function catchIt(
  copy: string,
  { file, from, to, tests }: Mutant,
): Promise<string | undefined> {
  const path = join(copy, file);
  const source = readFileSync(path, 'utf8');
  const places = source.split(from).length - 1;
  if (places !== 1) {
    console.log(`The text to replace stands ${places} times in ${file}, not once:\n${from}`);
    return undefined;
  }
  writeFileSync(
    path,
    source.replace(from, () => to),
  );
  try {
    const args =
      tests === undefined ? ['test/sim/hunt.ts', '--seeds', values.seeds] : ['--test', ...tests];
    const { code, output } = await run('node', args, { cwd: copy, quiet: true });
    if (code === 0) return undefined;
    return tests === undefined ? `simulation: ${output.trim()}` : failedTests(output);
  } finally {
    writeFileSync(path, source);
  }
}

function failedTests(output: string): string {
  const [first = 'a crash'] = [...output.matchAll(/^✖ (.+?) \(/gm)].map(([, name]) => name);
  return `test: ${first}`;
}
