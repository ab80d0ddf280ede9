import type { Connection } from '../../../domain/connection.ts';

/** The id of the key that signs in on Orkes; undefined where the connection does not sign in. */
export function keyIdOf(connection: Connection): string | undefined {
  const keyId = connection.details['keyId']?.trim() ?? '';
  return keyId === '' ? undefined : keyId;
}
