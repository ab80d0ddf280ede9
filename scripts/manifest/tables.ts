import type { PackageJson, Schema } from './packageJson.ts';

/** The tables that are made from package.json, by the name of their page below docs/. */
export function tables(manifest: PackageJson): Readonly<Record<string, string>> {
  return {
    commands: commandTable(manifest),
    keys: keyTable(manifest),
    settings: settingTable(manifest),
  };
}

/** The page with its table between `<!-- name -->` and `<!-- /name -->`; throws if a marker is missing. */
export function withTable(page: string, name: string, table: string): string {
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const from = page.indexOf(start);
  const to = page.indexOf(end);
  if (from < 0 || to < from) {
    throw new Error(`docs/${name}.md lacks the markers ${start} and ${end}.`);
  }
  return `${page.slice(0, from + start.length)}\n\n${table}\n\n${page.slice(to)}`;
}

function commandTable(manifest: PackageJson): string {
  const { commands, menus } = manifest.contributes;
  const hidden = new Set(
    (menus['commandPalette'] ?? []).filter((item) => item.when === 'false').map((i) => i.command),
  );
  return table(
    ['Command', 'ID'],
    commands
      .filter((command) => !hidden.has(command.command))
      .map((command) => [command.title, `\`${command.command}\``]),
  );
}

function settingTable(manifest: PackageJson): string {
  const rows = Object.entries(manifest.contributes.configuration.properties)
    .toSorted(([, a], [, b]) => (a.order ?? 0) - (b.order ?? 0))
    .map(([key, schema]) => [
      `\`${key}\``,
      `\`${JSON.stringify(schema.default)}\``,
      describe(schema),
    ]);
  return table(['Setting', 'Default', 'What it does'], rows);
}

function describe(schema: Schema): string {
  const { minimum, maximum } = schema;
  const range = minimum === undefined ? '' : ` (${minimum} to ${maximum})`;
  return `${schema.markdownDescription ?? schema.description ?? ''}${range}`;
}

function keyTable(manifest: PackageJson): string {
  const titles = new Map(manifest.contributes.commands.map((c) => [c.command, c.title]));
  const places = new Map<string, { readonly cells: readonly string[]; readonly at: string[] }>();
  for (const binding of manifest.contributes.keybindings) {
    const keys = binding.mac ? `${key(binding.key)}, macOS ${key(binding.mac)}` : key(binding.key);
    const isLetter = binding.when?.includes('config.workflowTasks.singleKeys') === true;
    const cells = [isLetter ? `${keys} *` : keys, titles.get(binding.command) ?? binding.command];
    const row = places.get(cells.join()) ?? { cells, at: [] };
    row.at.push(placeOf(manifest, binding.when ?? ''));
    places.set(cells.join(), row);
  }
  const rows = [...places.values()].map(({ cells, at }) => [...cells, at.join(', ')]);
  return table(['Key', 'Command', 'Where'], rows);
}

/** The place where a key works if its `when` clause names no view, by a part of the clause. */
const otherPlaces: readonly (readonly [RegExp, string])[] = [
  [/isReviewing/, 'review'],
  [/resourceScheme == workflow-tasks-list/, 'tasks as text'],
  [/resourceScheme == workflow-tasks/, 'output document'],
];

function placeOf(manifest: PackageJson, when: string): string {
  const views = Object.values(manifest.contributes.views).flat();
  const view = views.find(({ id }) => when.includes(`focusedView == ${id}`));
  if (view) return `${view.name} view`;
  return otherPlaces.find(([clause]) => clause.test(when))?.[1] ?? 'everywhere';
}

function key(chord: string): string {
  return `\`${chord.replaceAll(/\b[a-z]/g, (letter) => letter.toUpperCase())}\``;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ').replaceAll('\n', ' ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
