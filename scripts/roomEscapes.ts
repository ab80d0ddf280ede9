import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { inRoot } from './root.ts';
import { rooms, type Rooms } from './rooms.ts';

/** A source file: its path relative to the repository, with forward slashes. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

const largestFolder = 25;

/** What the files below src do that the table of rooms does not allow: one sentence each. */
export function roomEscapes(
  sources: readonly Source[] = sourcesBelow('src'),
  table: Readonly<Record<string, Rooms>> = rooms,
): readonly string[] {
  const layers = Object.entries(table);
  return [
    ...layers.flatMap(([layer, rows]) => wrongRows(layer, rows)),
    ...sources.flatMap((source) =>
      layers.flatMap(([layer, rows]) => wrongImports(source, folderOf(layer, source.path), rows)),
    ),
    ...sources.flatMap(contextInterfaces),
    ...largeFolders(sources),
  ];
}

/** `src/engines/*` stands for the folder of each engine. Undefined where the file is elsewhere. */
function folderOf(layer: string, path: string): string | undefined {
  const depth = layer.split('/').length;
  const folder = path.split('/').slice(0, depth).join('/');
  const isFile = path.split('/').length <= depth;
  return !isFile && posix.matchesGlob(folder, layer) ? folder : undefined;
}

function wrongRows(layer: string, rows: Rooms): readonly string[] {
  const names = Object.keys(rows);
  return Object.entries(rows).flatMap(([room, allowed], row) =>
    namesIn(allowed)
      .filter((name) => !names.slice(0, row).includes(name))
      .map(
        (name) => `scripts/rooms.ts: ${layer}: ${room} names ${name}, which is no row above it.`,
      ),
  );
}

function wrongImports({ path, text }: Source, folder: string | undefined, rows: Rooms) {
  if (folder === undefined) return [];
  const room = roomOf(path, folder, rows);
  const allowed = rows[room];
  if (allowed === undefined) return [`${path}: scripts/rooms.ts has no row for ${folder}/${room}.`];
  return importsOf(text).flatMap((specifier) => {
    const target = posix.join(posix.dirname(path), specifier);
    if (!target.startsWith(`${folder}/`)) return [];
    const other = roomOf(target, folder, rows);
    if (other === room || namesIn(allowed).includes(other)) return [];
    const rule = allowed === '' ? 'nothing' : `only ${namesIn(allowed).join(', ')}`;
    return [
      `${path} imports ${specifier}: by scripts/rooms.ts, ${room} may import ${rule} of ${folder}.`,
    ];
  });
}

function roomOf(path: string, folder: string, rows: Rooms): string {
  const [name = '', ...rest] = path.slice(folder.length + 1).split('/');
  return rest.length > 0 || Object.hasOwn(rows, name) ? name : '*.ts';
}

function importsOf(text: string): readonly string[] {
  const pattern = /\b(?:from|import)\s*\(?\s*['"](\.[^'"]+)['"]/g;
  return [...text.matchAll(pattern)].flatMap(([, specifier]) => specifier ?? []);
}

function namesIn(list: string): readonly string[] {
  return list.split(' ').filter((name) => name !== '');
}

function contextInterfaces({ path, text }: Source): readonly string[] {
  return [...text.matchAll(/\binterface (\w*Context)\b/g)].map(
    ([, name]) => `${path}: name ${name} after what it holds, and hand over only what is used.`,
  );
}

/** The mock is exempt: its folders follow the servers' own parts. */
function largeFolders(sources: readonly Source[]): readonly string[] {
  const folders = sources.map(({ path }) => posix.dirname(path));
  return [...new Set(folders)]
    .filter((folder) => !folder.startsWith('src/mock'))
    .map((folder) => ({ folder, count: folders.filter((other) => other === folder).length }))
    .filter(({ count }) => count > largestFolder)
    .map(({ folder, count }) => `${folder} has ${count} files: divide it at ${largestFolder}.`);
}

function sourcesBelow(folder: string): readonly Source[] {
  return readdirSync(inRoot(folder), { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.ts'))
    .sort()
    .map((path) => ({ path, text: readFileSync(inRoot(path), 'utf8') }));
}
