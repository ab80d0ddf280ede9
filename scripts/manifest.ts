/**
 * `npm run manifest` makes what follows from package.json: the ids that code is typed from and
 * the README's tables. With --check it changes nothing and fails where something is out of date.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { derivedFiles } from './manifest/derived.ts';
import { inRoot } from './root.ts';

const { values } = parseArgs({ options: { check: { type: 'boolean' } } });

const stale = derivedFiles().filter((file) => file.wanted !== file.current);
for (const file of stale) {
  if (values.check) {
    console.error(`${file.path} is out of date: run "npm run manifest".`);
    process.exitCode = 1;
  } else {
    writeFileSync(inRoot(file.path), file.wanted);
    console.log(`${file.path} written`);
  }
}
