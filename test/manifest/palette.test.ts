import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPackageJson } from '../../scripts/manifest/packageJson.ts';
import { hiddenFor, offeredCommands, rowlessFor } from './palette.ts';

const manifest = readPackageJson();
const { commands, menus, viewsWelcome, keybindings } = manifest.contributes;
const paletteRules = new Map(
  (menus['commandPalette'] ?? []).map(({ command = '', when = '' }) => [command, when]),
);

test('what rows and titles offer, the palette offers, but for stated reasons', () => {
  const missing = offeredCommands(manifest).filter(
    (id) => paletteRules.get(id) === 'false' && hiddenFor[id] === undefined,
  );

  assert.ok(offeredCommands(manifest).length > 20);
  assert.deepEqual(missing, []);
});

test('what keys and welcome texts do, the palette does', () => {
  const linked = viewsWelcome.flatMap(({ contents }) =>
    [...contents.matchAll(/\(command:([\w.]+)/g)].map(([, id = '']) => id),
  );
  const named = [...linked, ...keybindings.map(({ command }) => command)];

  assert.deepEqual(
    named.filter((id) => paletteRules.get(id) === 'false'),
    [],
  );
});

test('no row and no focus decides whether the palette offers a command', () => {
  const rowBound = [...paletteRules].filter(([, when]) =>
    /\b(view|viewItem|focusedView|listFocus)\b/.test(when),
  );

  assert.deepEqual(rowBound, []);
});

test('a command of a row is never bound to a document in the palette', () => {
  const bound = offeredCommands(manifest, ['view/item/context', 'view/title']).filter((id) =>
    /resource|editor/.test(paletteRules.get(id) ?? ''),
  );

  assert.deepEqual(bound, []);
});

test('no exception outlives its command', () => {
  const offered = new Set(offeredCommands(manifest));
  const known = new Set(commands.map(({ command }) => command));

  assert.deepEqual(
    Object.keys(hiddenFor).filter((id) => !known.has(id)),
    [],
  );
  assert.deepEqual(
    Object.keys(rowlessFor).filter((id) => !offered.has(id)),
    [],
  );
});
