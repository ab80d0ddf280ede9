import type { Connection, Environment } from '../../domain/connection.ts';
import { listInUse, parseConnections, toSetting } from '../parseConnections.ts';
import type { EngineFields, ParsedConnections, SettingInFiles } from '../parseConnections.ts';

const mildestFirst: readonly Environment[] = ['development', 'staging', 'production'];

/**
 * The connections of the list in use. A workspace's list may hold a connection that the person has
 * as well: it stays the person's own, since its updates and secrets would otherwise go where the
 * workspace says. The workspace can only make it stricter.
 */
export function connectionsInUse(
  inFiles: SettingInFiles,
  isTrusted: boolean,
  engines: readonly EngineFields[],
): ParsedConnections {
  const { of, value } = listInUse(inFiles, isTrusted);
  const parsed = parseConnections(value, engines);
  if (of === 'user') return parsed;
  const own = parseConnections(inFiles.globalValue, engines).connections;
  const merged = parsed.connections.map((theirs) => {
    const mine = own.find(({ id }) => id === theirs.id);
    return mine === undefined ? { connection: theirs, ignored: [] } : stricterOf(mine, theirs);
  });
  const told = merged.filter(({ ignored }) => ignored.length > 0);
  const problems = told.map(
    ({ connection, ignored }) =>
      `The workspace’s settings change ${ignored.join(', ')} of your connection ${connection.name}: your own settings are used.`,
  );
  return {
    connections: merged.map(({ connection }) => connection),
    problems: [...parsed.problems, ...problems],
  };
}

function stricterOf(
  mine: Connection,
  theirs: Connection,
): { readonly connection: Connection; readonly ignored: readonly string[] } {
  const isStricter =
    mildestFirst.indexOf(theirs.environment) > mildestFirst.indexOf(mine.environment);
  const connection = {
    ...mine,
    environment: isStricter ? theirs.environment : mine.environment,
    readOnly: mine.readOnly || theirs.readOnly,
  };
  const kept = toSetting(connection);
  const wanted = toSetting(theirs);
  const keys = [...new Set([...Object.keys(kept), ...Object.keys(wanted)])];
  return { connection, ignored: keys.filter((key) => kept[key] !== wanted[key]) };
}
