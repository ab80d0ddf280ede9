import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { test } from 'node:test';
import { inRoot } from '../../scripts/root.ts';

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'ARCHITECTURE.md',
  'CHANGELOG.md',
  'SECURITY.md',
  ...readdirSync(inRoot('docs')).map((name) => `docs/${name}`),
];

test('every relative link in the docs leads to a file, and to a heading where it names one', () => {
  const links = pages.flatMap((page) => relativeLinks(page).map((link) => ({ page, link })));

  assert.ok(links.length > 20);
  assert.deepEqual(
    links.filter(({ page, link }) => !resolves(page, link)),
    [],
  );
});

test('the README leads to every page of the docs', () => {
  const linked = relativeLinks('README.md').map((link) => link.replace(/#.*/, ''));

  assert.deepEqual(
    pages.filter((page) => page.startsWith('docs/') && !linked.includes(page)),
    [],
  );
});

function relativeLinks(page: string): readonly string[] {
  const text = withoutFences(page).replaceAll(/`[^`\n]*`/g, '');
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
  return links.filter((link) => !/^[a-z]+:/.test(link));
}

function resolves(page: string, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? page : posix.join(posix.dirname(page), path);
  if (!existsSync(inRoot(target))) return false;
  return anchor === undefined || anchors(target).includes(anchor);
}

/** Headings as GitHub names them. */
function anchors(page: string): readonly string[] {
  return [...withoutFences(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** A page without its blocks of code, which may look like links and headings. */
function withoutFences(page: string): string {
  return readFileSync(inRoot(page), 'utf8').replaceAll(/^```.*?^```/gms, '');
}
