import { readdirSync, readFileSync } from 'node:fs';
import { inRoot } from '../root.ts';

interface TestFile {
  /** Relative to the repository, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** The test files to run, and the words that the names of their tests must hold, if any. */
interface Selection {
  readonly files: readonly string[];
  readonly names: readonly string[];
}

/** The folders whose tests need neither VS Code nor a network. */
export const unitFolders = ['unit', 'contract', 'manifest', 'seeds', 'fuzz'];

export function readTestFiles(): readonly TestFile[] {
  return unitFolders.flatMap((folder) =>
    readdirSync(inRoot('test', folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.test.ts'))
      .map((path) => `test/${folder}/${path.replaceAll('\\', '/')}`)
      .sort()
      .map((path) => ({ path, text: readFileSync(inRoot(path), 'utf8') })),
  );
}

/**
 * A word that paths hold selects these files. Any other word is taken for a part of a test's name,
 * and selects the files that have it in a string. Upper and lower case are the same.
 * @throws {Error} one sentence, where a word is in no path and in no name
 */
export function selectTests(words: readonly string[], all: readonly TestFile[]): Selection {
  const inPath = (word: string) => all.filter(({ path }) => holds(path, word));
  const names = words.filter((word) => inPath(word).length === 0);
  const paths = words.filter((word) => !names.includes(word));
  const candidates =
    paths.length === 0 ? all : all.filter(({ path }) => paths.some((word) => holds(path, word)));
  const files =
    names.length === 0
      ? candidates
      : candidates.filter(({ text }) => names.some((name) => hasString(text, name)));
  const missing = names.find((name) => !files.some(({ text }) => hasString(text, name)));
  if (missing !== undefined) {
    const where = paths.length === 0 ? '' : ` in the files of ${paths.join(' and ')}`;
    throw new Error(`No path of a test file holds "${missing}", and no name of a test${where}.`);
  }
  return { files: files.map(({ path }) => path), names };
}

/** As Node's --test-name-pattern takes it: the text itself, in upper or lower case. */
export function namePattern(name: string): string {
  return `/${escaped(name).replaceAll('/', String.raw`\/`)}/i`;
}

function holds(text: string, word: string): boolean {
  return text.toLowerCase().includes(word.toLowerCase());
}

/** Whether it may be part of a test's name: a comment or a variable of that name is none. */
function hasString(text: string, name: string): boolean {
  return new RegExp(`(['"\`]).*${escaped(name)}.*\\1`, 'i').test(text);
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
