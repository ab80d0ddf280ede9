import type { Connection } from '../../domain/connection.ts';

/** The key that a connection signs in with on Orkes; undefined where it does not sign in. */
export function keyIdOf(connection: Connection): string | undefined {
  const keyId = connection.details['keyId']?.trim() ?? '';
  return keyId === '' ? undefined : keyId;
}
