import type { EngineKind } from '../domain/connection.ts';
import { cognite } from './cognite/row.ts';
import { conductor } from './conductor/row.ts';
import type { EngineRow } from './engineRow.ts';
import { xpander } from './xpander/row.ts';

/** Every engine there is. A new one is a folder beside this file and a row in here. */
export const engines: readonly EngineRow[] = [conductor, cognite, xpander];

/** The row of an engine. Throws where the table has none of this kind. */
export function rowOf(kind: EngineKind, table: readonly EngineRow[] = engines): EngineRow {
  const row = table.find((candidate) => candidate.kind === kind);
  if (row === undefined) throw new Error(`There is no engine "${kind}".`);
  return row;
}
