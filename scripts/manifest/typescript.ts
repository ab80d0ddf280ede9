import type { PackageJson, Schema } from './packageJson.ts';
import { allViews } from './packageJson.ts';
import { contextKeysIn, distinct, viewItemWordsIn, whenClauses } from './whenClauses.ts';

/** The text of src/host/manifest.generated.ts. */
export function manifestSource(manifest: PackageJson): string {
  const { commands, configuration } = manifest.contributes;
  const whens = whenClauses(manifest).map(({ when }) => when);
  const settings = Object.entries(configuration.properties);
  return [
    '// Made from package.json by `npm run manifest`. Changes belong there.\n',
    union(
      'command',
      'CommandId',
      commands.map((command) => command.command),
    ),
    union(
      'view',
      'ViewId',
      allViews(manifest).map((view) => view.id),
    ),
    union('context key', 'ContextKey', distinct(whens.flatMap(contextKeysIn))),
    union(
      "word of a tree item's contextValue",
      'ViewItemWord',
      distinct(whens.flatMap(viewItemWordsIn)),
    ),
    '/** What each setting is when it fits its schema; a person may have written anything. */',
    'export interface Settings {',
    ...settings.map(([key, schema]) => `  readonly '${key}': ${typeOf(schema)};`),
    '}\n',
    'export type SettingKey = keyof Settings;\n',
    'export const settingDefaults: Settings = {',
    ...settings.map(([key, schema]) => `  '${key}': ${JSON.stringify(schema.default)},`),
    '};\n',
  ].join('\n');
}

function union(what: string, name: string, words: readonly string[]): string {
  const list = words.map((word) => `  | '${word}'`).join('\n');
  return `/** Every ${what} that package.json names. */\nexport type ${name} =\n${list};\n`;
}

function typeOf(schema: Schema): string {
  const { type, enum: words } = schema;
  if (words) return words.map((word) => `'${word}'`).join(' | ');
  if (type === undefined) return 'unknown';
  switch (type) {
    case 'string':
    case 'boolean':
      return type;
    case 'integer':
    case 'number':
      return 'number';
    case 'array':
      return `readonly (${typeOf(schema.items ?? {})})[]`;
    case 'object':
      return objectType(schema);
  }
}

function objectType(schema: Schema): string {
  const fields = Object.entries(schema.properties ?? {}).map(([key, value]) => {
    const optional = schema.required?.includes(key) ? '' : '?';
    return `readonly ${key}${optional}: ${typeOf(value)};`;
  });
  return `{ ${fields.join(' ')} }`;
}
