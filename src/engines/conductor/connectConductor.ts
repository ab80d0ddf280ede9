import type { Connection } from '../../domain/connection.ts';
import { createSend } from '../../http/createSend.ts';
import type { SendOptions } from '../../http/createSend.ts';
import type { Send } from '../../http/httpRequest.ts';
import { noteSecret, noteTokens } from '../../http/noteSecret.ts';
import { signedSend } from '../../http/signedSend.ts';
import { conductorBaseUrl } from './connection/conductorBaseUrl.ts';
import { explainConductor } from './connection/explainConductor.ts';
import { keyIdOf } from './connection/keyIdOf.ts';
import { createOrkesSignIn, noToken } from './connection/orkesSignIn.ts';

/** What the engine needs from outside: transport, clock, log and the connection's secret. */
export type EngineServices = Pick<
  SendOptions,
  'transport' | 'clock' | 'log' | 'timeoutMs' | 'retry'
> & { readonly secret?: () => Promise<string | undefined> };

/**
 * The header that signs in on Orkes, with the variable in which Orkes' command line looks for a
 * token.
 */
export const signInPlaceholder = { 'x-authorization': '$CONDUCTOR_AUTH_TOKEN' };

/**
 * Sends requests to the server. Adds a token where the connection has a key (Orkes); open source
 * has no sign-in.
 */
export function connectConductor(connection: Connection, services: EngineServices): Send {
  const { secret = async () => undefined, ...rest } = services;
  const baseUrl = conductorBaseUrl(connection.url);
  const secrets = new Set<string>();
  const send = createSend({ ...rest, baseUrl, explain: explainConductor, secrets });
  const keyId = keyIdOf(connection);
  if (keyId === undefined) return send;

  const keySecret = noteSecret(secret, secrets);
  const now = () => services.clock.now();
  const signIn = noteTokens(createOrkesSignIn({ keyId, keySecret, send, now }), secrets);
  return signedSend(send, signIn, (token) =>
    token === noToken ? {} : { 'x-authorization': token },
  );
}
