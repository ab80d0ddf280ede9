import { engineKinds } from '../domain/connection.ts';
import type { Connection, EngineKind, Environment } from '../domain/connection.ts';

export interface ParsedConnections {
  readonly connections: readonly Connection[];
  /** One sentence for each entry that could not be used. */
  readonly problems: readonly string[];
}

const environments: readonly Environment[] = ['development', 'staging', 'production'];

/** Reads the setting as a person may have typed it: what is wrong is named, the rest works. */
export function parseConnections(value: unknown): ParsedConnections {
  if (value === undefined) return { connections: [], problems: [] };
  if (!Array.isArray(value)) {
    return { connections: [], problems: ['workflowTasks.connections must be a list.'] };
  }
  const connections: Connection[] = [];
  const problems: string[] = [];
  for (const [index, entry] of value.entries()) {
    const parsed = parseConnection(entry);
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

function parseConnection(entry: unknown): Parsed {
  if (typeof entry !== 'object' || entry === null) return { problem: 'it must be an object.' };
  const fields = new Map<string, unknown>(Object.entries(entry));
  const id = textOf(fields.get('id'));
  const url = textOf(fields.get('url'));
  const engine = fields.get('engine');
  if (id === undefined) return { problem: 'it needs an id.' };
  if (!isEngineKind(engine)) return { problem: `its engine must be ${engineKinds.join(' or ')}.` };
  const urlProblem = problemOfUrl(url ?? '');
  if (url === undefined || urlProblem !== undefined) {
    return { problem: urlProblem ?? 'it needs a url.' };
  }
  return {
    connection: {
      id,
      name: textOf(fields.get('name')) ?? id,
      engine,
      url,
      environment:
        environments.find((known) => known === fields.get('environment')) ?? 'development',
      readOnly: fields.get('readOnly') === true,
    },
  };
}

/** Why an address cannot be used, in one sentence; undefined when it can. */
export function problemOfUrl(text: string): string | undefined {
  if (!/^https?:\/\//i.test(text)) return 'The address must begin with http:// or https://.';
  if (!URL.canParse(text)) return 'This is not a complete address.';
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') {
    return 'The address must not hold a user name or password: secrets never stand in settings.';
  }
  if (url.search !== '' || url.hash !== '') return 'The address must end before any ? or #.';
  return undefined;
}

function isEngineKind(value: unknown): value is EngineKind {
  return engineKinds.some((kind) => kind === value);
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
