/**
 * `npm run test:unit [-- NAME…] [-- --OPTION=VALUE…]` runs the tests that need no VS Code: all, or
 * those that match a NAME. A NAME selects the test files whose paths hold it, else the tests whose
 * names hold it. Options go to `node --test`.
 */
import { closingCounts } from './counts.ts';
import { run } from './run.ts';
import { namePattern, readTestFiles, selectTests, unitFolders } from './unit/selectTests.ts';

const isOption = (word: string) => word.startsWith('-');
const options = process.argv.slice(2).filter(isOption);
const words = process.argv.slice(2).filter((word) => !isOption(word));

try {
  process.exitCode = await runTests();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function runTests(): Promise<number> {
  const { code, output } = await run(
    'node',
    ['--test', ...options, ...(words.length === 0 ? everything() : matching())],
    {
      // Node leaves out the colours where its output goes to another program.
      env: process.stdout.isTTY ? { FORCE_COLOR: '1' } : {},
    },
  );
  if (code !== 0) return code;
  // A file of which no test ran passes as a test of its own.
  const empty = output.match(/^✔ \S+\.test\.ts \(/gm)?.length ?? 0;
  const counts = closingCounts(output);
  // Another reporter, chosen by an option, may print no counts.
  if (counts === undefined || counts.passed > empty) return 0;
  throw new Error('No test ran: no name of a test in these files matches.');
}

function everything(): readonly string[] {
  return [`test/{${unitFolders.join()}}/**/*.test.ts`];
}

function matching(): readonly string[] {
  const { files, names } = selectTests(words, readTestFiles());
  const tests = names.map((name) => `"${name}"`).join(' or ');
  console.log(names.length === 0 ? 'All tests of' : `The tests whose names hold ${tests}, in`);
  console.log(files.map((file) => `  ${file}`).join('\n'));
  // A file whose tests are all left out may keep a server that only a test would close.
  const filter = names.map((name) => `--test-name-pattern=${namePattern(name)}`);
  return [...(names.length === 0 ? [] : ['--test-force-exit', ...filter]), ...files];
}
