import { problemOfServer } from '../domain/address.ts';
import type { Connection, DetailField, EngineKind, Environment } from '../domain/connection.ts';

export interface ParsedConnections {
  readonly connections: readonly Connection[];
  /** One sentence for each entry that cannot be used. */
  readonly problems: readonly string[];
}

/** An engine that a connection may name, with the details that it needs. */
export interface EngineFields {
  readonly kind: EngineKind;
  readonly details: readonly DetailField[];
}

const environments: readonly Environment[] = ['development', 'staging', 'production'];

/** Reads the setting as a person may have typed it. It names wrong entries and keeps the others. */
export function parseConnections(
  value: unknown,
  engines: readonly EngineFields[],
): ParsedConnections {
  if (value === undefined) return { connections: [], problems: [] };
  if (!Array.isArray(value)) {
    return { connections: [], problems: ['workflowTasks.connections must be a list.'] };
  }
  const connections: Connection[] = [];
  const problems: string[] = [];
  for (const [index, entry] of value.entries()) {
    const parsed = parseConnection(entry, engines);
    const twice = connections.some((known) => known.id === parsed.connection?.id);
    if (parsed.connection === undefined) {
      problems.push(`Connection ${index + 1} of the settings: ${parsed.problem}`);
    } else if (twice) {
      problems.push(`Connection ${index + 1} of the settings: its id is taken by another.`);
    } else connections.push(parsed.connection);
  }
  return { connections, problems };
}

type Parsed =
  | { readonly connection: Connection; readonly problem?: never }
  | { readonly connection?: never; readonly problem: string };

function parseConnection(entry: unknown, engines: readonly EngineFields[]): Parsed {
  if (typeof entry !== 'object' || entry === null) return { problem: 'it must be an object.' };
  const values = new Map<string, unknown>(Object.entries(entry));
  const id = textOf(values.get('id'));
  const engine = engines.find(({ kind }) => kind === values.get('engine'));
  if (id === undefined) return { problem: 'it needs an id.' };
  if (id.includes(':')) return { problem: 'its id must not hold a colon.' };
  if (engine === undefined) {
    return { problem: `its engine must be ${engines.map(({ kind }) => kind).join(' or ')}.` };
  }
  const url = textOf(values.get('url')) ?? '';
  const urlProblem = problemOfServer(url);
  if (urlProblem !== undefined) return { problem: urlProblem };
  const details = detailsOf(values, engine.details);
  const missing = missingDetail(details, engine.details);
  if (missing !== undefined) return { problem: `it needs ${missing.key}.` };
  const detailProblem = problemOfDetails({ url, details }, engine.details);
  if (detailProblem !== undefined) return { problem: detailProblem };
  const environment = environments.find((known) => known === values.get('environment'));
  return {
    connection: {
      id,
      name: textOf(values.get('name')) ?? id,
      engine: engine.kind,
      url,
      environment: environment ?? 'development',
      readOnly: values.get('readOnly') === true,
      details,
    },
  };
}

function detailsOf(
  values: ReadonlyMap<string, unknown>,
  fields: readonly DetailField[],
): Readonly<Record<string, string>> {
  const given = fields.flatMap(({ key }): [string, string][] => {
    const text = textOf(values.get(key));
    return text === undefined ? [] : [[key, text]];
  });
  return Object.fromEntries(given);
}

/** The first field that this connection needs and lacks. */
function missingDetail(
  details: Readonly<Record<string, string>>,
  fields: readonly DetailField[],
): DetailField | undefined {
  return fields.find(
    (field) =>
      field.optional !== true &&
      field.choices === undefined &&
      details[field.key] === undefined &&
      (field.when?.(details) ?? true),
  );
}

function problemOfDetails(
  { url, details }: Pick<Connection, 'url' | 'details'>,
  fields: readonly DetailField[],
): string | undefined {
  const used = fields.filter((field) => field.when?.(details) ?? true);
  return used
    .map(({ key, problem }) =>
      details[key] === undefined ? undefined : problem?.(details[key], { url, details }),
    )
    .find((problem) => problem !== undefined);
}

/**
 * A connection as the settings hold it: the details of the engine stand beside the common fields.
 */
export function toSetting({ details, ...common }: Connection): Record<string, unknown> {
  return { ...common, ...details };
}

/** The setting in each of its files. */
export interface SettingInFiles {
  readonly globalValue?: unknown;
  readonly workspaceValue?: unknown;
}

/**
 * The list in use, and the file to change. In VS Code the list of a workspace replaces the person's
 * own one. The list of an untrusted workspace is ignored.
 */
export function listInUse(
  { globalValue, workspaceValue }: SettingInFiles,
  isTrusted: boolean,
): { readonly of: 'user' | 'workspace'; readonly value: unknown } {
  return isTrusted && workspaceValue !== undefined
    ? { of: 'workspace', value: workspaceValue }
    : { of: 'user', value: globalValue };
}

/** The file that decides about a connection: a person's own stays their own in every workspace. */
export function listOf(
  inFiles: SettingInFiles,
  isTrusted: boolean,
  id: string,
): ReturnType<typeof listInUse> {
  const { globalValue } = inFiles;
  const isOwn = Array.isArray(globalValue) && globalValue.some((entry) => idOf(entry) === id);
  return isOwn ? { of: 'user', value: globalValue } : listInUse(inFiles, isTrusted);
}

/** Replaces the connection with the same id, or adds the connection at the end. */
export function withConnection(
  list: readonly unknown[],
  connection: Connection,
): readonly unknown[] {
  const setting = toSetting(connection);
  const at = list.findIndex((entry) => idOf(entry) === connection.id);
  return at < 0 ? [...list, setting] : list.with(at, setting);
}

/**
 * The list without a connection. Entries that cannot be used stay, so that the person can mend
 * them.
 */
export function withoutConnection(list: readonly unknown[], id: string): readonly unknown[] {
  return list.filter((entry) => idOf(entry) !== id);
}

function idOf(entry: unknown): string | undefined {
  const hasId = typeof entry === 'object' && entry !== null && 'id' in entry;
  return hasId ? textOf(entry.id) : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
