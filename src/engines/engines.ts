import type { EngineKind } from '../domain/connection.ts';
import { definition as cognite } from './cognite/definition.ts';
import { definition as conductor } from './conductor/definition.ts';
import type { EngineDefinition } from './engineDefinition.ts';
import { definition as xpander } from './xpander/definition.ts';

/** All engines. To add one, make a folder beside this file and list its definition here. */
export const engines: readonly EngineDefinition[] = [conductor, cognite, xpander];

/** Throws where no engine is of this kind. */
export function engineDefinitionOf(
  kind: EngineKind,
  definitions: readonly EngineDefinition[] = engines,
): EngineDefinition {
  const definition = definitions.find((candidate) => candidate.kind === kind);
  if (definition === undefined) throw new Error(`There is no engine "${kind}".`);
  return definition;
}
