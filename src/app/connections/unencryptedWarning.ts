import { isUnencrypted } from '../../domain/address.ts';
import type { Connection, EngineKind, SecretField } from '../../domain/connection.ts';

/**
 * One sentence where the sign-in of this connection travels unencrypted over a network; undefined
 * elsewhere.
 */
export function unencryptedWarning(
  { engine, url, details }: Pick<Connection, 'engine' | 'url' | 'details'>,
  engines: readonly { readonly kind: EngineKind; readonly secret?: SecretField }[],
): string | undefined {
  const secret = engines.find(({ kind }) => kind === engine)?.secret;
  const isSignedIn = secret?.when(details) === true || details['signIn'] === 'microsoft';
  return isSignedIn && isUnencrypted(url)
    ? 'The address begins with http://, so the sign-in travels unencrypted and others on the network can read it.'
    : undefined;
}
