import type { PackageJson } from './packageJson.ts';

/** Every `when` and `enablement` of the manifest, with its place. */
export function whenClauses(
  manifest: PackageJson,
): readonly { readonly at: string; readonly when: string }[] {
  const { commands, views, viewsWelcome, menus, keybindings } = manifest.contributes;
  const found: { at: string; when: string | undefined }[] = [
    ...commands.map((command) => ({ at: command.command, when: command.enablement })),
    ...Object.values(views)
      .flat()
      .map((view) => ({ at: view.id, when: view.when })),
    ...viewsWelcome.map((welcome) => ({ at: `welcome of ${welcome.view}`, when: welcome.when })),
    ...Object.entries(menus).flatMap(([menu, items]) =>
      items.map((item) => ({ at: `${menu}: ${item.command ?? item.submenu}`, when: item.when })),
    ),
    ...keybindings.map((binding) => ({ at: `key ${binding.key}`, when: binding.when })),
  ];
  return found.flatMap(({ at, when }) => (when === undefined ? [] : [{ at, when }]));
}

/** The context keys that this extension sets itself, such as `workflowTasks.hasConnections`. */
export function contextKeysIn(when: string): readonly string[] {
  // Right of an operator stands a value: `view == workflowTasks.workflows`.
  const keys = when.replaceAll(
    /(==|!=|=~|\bin\b)\s*(\/(?:\\.|[^/\\])*\/\w*|'[^']*'|[\w.:-]+)/g,
    '',
  );
  return [...keys.matchAll(/(?<!config\.)\bworkflowTasks\.[\w.]+/g)].map(([key]) => key);
}

/** The words of a tree item's contextValue that menus look for: `viewItem =~ /\bcanPin\b/`. */
export function viewItemWordsIn(when: string): readonly string[] {
  return [...when.matchAll(/viewItem =~ \/((?:\\.|[^/\\])*)\//g)].flatMap(([, pattern = '']) => [
    ...(pattern.replaceAll('\\b', ' ').match(/\w+/g) ?? []),
  ]);
}

/** Views that a `when` names: `view == …`, `focusedView == …`. */
export function viewsIn(when: string): readonly string[] {
  return [...when.matchAll(/\b(?:view|focusedView|activeViewlet) == ([\w.]+)/g)].map(
    ([, view = '']) => view,
  );
}

export function distinct(words: readonly string[]): readonly string[] {
  return [...new Set(words)].sort();
}
