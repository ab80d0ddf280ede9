import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allViews, readPackageJson } from '../../scripts/manifest/packageJson.ts';
import {
  contextKeysIn,
  distinct,
  viewItemWordsIn,
  viewsIn,
  whenClauses,
} from '../../scripts/manifest/whenClauses.ts';
import { sourceFiles } from './sourceFiles.ts';

const manifest = readPackageJson();
const {
  commands,
  menus,
  submenus,
  keybindings,
  viewsWelcome,
  viewsContainers,
  views,
  configuration,
} = manifest.contributes;
const commandIds = new Set(commands.map(({ command }) => command));
const viewIds = new Set(allViews(manifest).map(({ id }) => id));
const hostSource = sourceFiles('src')
  .filter(({ path }) => !path.endsWith('.generated.ts'))
  .map(({ text }) => text)
  .join('\n');

/** Context keys of VS Code itself that the manifest relies on. */
const builtInKeys = new Set([
  'editorHasSelection',
  'editorIsOpen',
  'editorTextFocus',
  'explorerResourceIsFolder',
  'focusedView',
  'inputFocus',
  'inQuickInput',
  'isFileSystemResource',
  'listMultiSelection',
  'resourcePath',
  'resourceScheme',
  'view',
  'viewItem',
]);

test('menus, keybindings and welcome links name commands that exist', () => {
  const linked = viewsWelcome.flatMap(({ contents }) =>
    [...contents.matchAll(/\(command:([\w.]+)/g)].map(([, id = '']) => id),
  );
  const named = [
    ...Object.values(menus).flatMap((items) => items.flatMap(({ command }) => command ?? [])),
    ...keybindings.map(({ command }) => command),
    ...linked,
  ];

  assert.deepEqual(
    named.filter((id) => !commandIds.has(id)),
    [],
  );
});

test('submenus stand somewhere, have commands, and are the only entries without one', () => {
  const items = Object.values(menus).flat();
  const used = distinct(items.flatMap(({ submenu }) => submenu ?? []));

  assert.deepEqual(used, distinct((submenus ?? []).map(({ id }) => id)));
  assert.deepEqual(
    used.filter((id) => (menus[id] ?? []).length === 0),
    [],
  );
  assert.deepEqual(
    items.filter(({ command, submenu }) => (command === undefined) === (submenu === undefined)),
    [],
  );
});

test('ids are distinct and carry the extension prefix', () => {
  const ids = [...commands.map(({ command }) => command), ...viewIds];

  assert.deepEqual(distinct(ids), [...ids].sort());
  assert.deepEqual(
    ids.filter((id) => !id.startsWith('workflowTasks.')),
    [],
  );
});

test('views stand in containers that exist, and welcome texts in views that exist', () => {
  const containers = viewsContainers.activitybar.map(({ id }) => id);

  assert.deepEqual(Object.keys(views), containers);
  assert.deepEqual(
    viewsWelcome.map(({ view }) => view).filter((id) => !viewIds.has(id)),
    [],
  );
});

test('when clauses name views that exist', () => {
  const wrong = whenClauses(manifest).filter(({ when }) =>
    viewsIn(when).some((id) => !viewIds.has(id)),
  );

  assert.deepEqual(wrong, []);
});

test('when clauses use known keys of VS Code and keys that the code sets', () => {
  for (const { at, when } of whenClauses(manifest)) {
    const keys = when
      .replaceAll(/\/(?:\\.|[^/\\])*\//g, '')
      .replaceAll(/(==|!=)\s*[\w.:'-]+/g, '')
      .match(/[a-zA-Z][\w.]*/g);
    for (const key of keys ?? []) {
      if (key.startsWith('config.')) {
        const setting = key.slice('config.'.length);
        assert.ok(setting in configuration.properties, `${at}: there is no setting ${setting}`);
        continue;
      }
      if (key === 'false' || key === 'true' || builtInKeys.has(key)) continue;
      assert.ok(contextKeysIn(when).includes(key), `${at}: nobody knows the context key ${key}`);
      assert.ok(hostSource.includes(`'${key}'`), `${at}: no code sets ${key}`);
    }
  }
});

test('every word that menus look for in a row is given to rows by the code', () => {
  const words = distinct(whenClauses(manifest).flatMap(({ when }) => viewItemWordsIn(when)));

  assert.ok(words.length > 0);
  assert.deepEqual(
    words.filter((word) => !hostSource.includes(`'${word}'`)),
    [],
  );
});

/** Documents of one window, made by a command: there is nothing to activate for them. */
const ofOneWindow = ['workflow-tasks-view'];

test('the scheme in when clauses is the one that activates the extension', () => {
  const schemes = whenClauses(manifest).flatMap(({ when }) =>
    [...when.matchAll(/resourceScheme == ([\w-]+)/g)].map(([, scheme = '']) => scheme),
  );

  assert.ok(schemes.length > 0);
  for (const scheme of distinct(schemes)) {
    const isActivating = manifest.activationEvents.includes(`onFileSystem:${scheme}`);
    assert.notEqual(isActivating, ofOneWindow.includes(scheme), scheme);
    assert.ok(hostSource.includes(`'${scheme}'`), `no code knows the scheme ${scheme}`);
  }
});
