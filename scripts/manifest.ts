/**
 * `npm run manifest` writes the files that are made from package.json: the types of ids and
 * settings, and the tables below docs/. --check writes nothing and fails if a file is out of date.
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
