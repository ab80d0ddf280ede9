import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPackageJson } from '../../scripts/manifest/packageJson.ts';
import { hiddenFor } from './palette.ts';

const { commands, keybindings, menus, submenus } = readPackageJson().contributes;

test('every command has a title, and the category Workflow Tasks', () => {
  for (const { command, title, category } of commands) {
    assert.match(title, /^[A-Z]/, command);
    assert.equal(category, 'Workflow Tasks', command);
  }
});

test('every command that stands on a row or in a title bar has an icon', () => {
  const icons = new Map([
    ...commands.map(({ command, icon }) => [command, icon] as const),
    ...(submenus ?? []).map(({ id, icon }) => [id, icon] as const),
  ]);
  const shown = Object.entries(menus).flatMap(([menu, items]) =>
    items.filter(
      ({ group }) => /^(inline|navigation)/.test(group ?? '') && menu !== 'commandPalette',
    ),
  );

  assert.ok(shown.length > 0);
  for (const { command, submenu } of shown) {
    const id = command ?? submenu ?? '';
    assert.match(icons.get(id) ?? '', /^\$\([a-z-]+\)$/, id);
  }
});

test('a command is hidden from the palette only for a stated reason', () => {
  const hidden = (menus['commandPalette'] ?? [])
    .filter(({ when }) => when === 'false')
    .map(({ command }) => command);

  assert.deepEqual(hidden, Object.keys(hiddenFor));
});

test('titles end with the one character for three dots, not with full stops', () => {
  assert.deepEqual(
    commands.map(({ title }) => title).filter((title) => title.endsWith('.')),
    [],
  );
});

test('a key works where its thing has the focus, and nowhere else in the window', () => {
  const anywhere = keybindings.filter(
    ({ when = '' }) => !/focusedView ==|editorTextFocus|inQuickInput/.test(when),
  );

  assert.ok(keybindings.length > 0);
  assert.deepEqual(anywhere, []);
});
