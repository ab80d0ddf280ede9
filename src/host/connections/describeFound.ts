import { unencryptedWarning } from '../../app/connections/unencryptedWarning.ts';
import type { Connection } from '../../domain/connection.ts';
import type { ConnectionTest } from '../../domain/engine.ts';
import { linkFree } from '../words/plainText.ts';
import type { EngineChoice } from './engineChoice.ts';

/** Tells what a test of the connection found. */
export function describeFound(
  connection: Connection,
  { server, notes }: ConnectionTest,
  choices: readonly EngineChoice[],
): string {
  const warning = unencryptedWarning(connection, choices);
  const sentences = [
    `${connection.name} works: ${server} answered.`,
    ...notes,
    ...(warning === undefined ? [] : [warning]),
  ];
  return linkFree(sentences.join(' '));
}
