import type { Connection } from '../../domain/connection.ts';
import { createSend } from '../../http/createSend.ts';
import type { SendOptions } from '../../http/createSend.ts';
import type { Send } from '../../http/httpRequest.ts';
import { noteSecret, noteTokens } from '../../http/noteSecret.ts';
import { signedSend } from '../../http/signedSend.ts';
import { conductorBaseUrl } from './baseUrl.ts';
import { explainConductor } from './explain.ts';
import { keyIdOf } from './keyId.ts';
import { createOrkesSignIn, noToken } from './orkesSignIn.ts';

/** What an engine is given from outside: the way out, the time, the log and its secret. */
export type EngineServices = Pick<
  SendOptions,
  'transport' | 'clock' | 'log' | 'timeoutMs' | 'retry'
> & { readonly secret?: () => Promise<string | undefined> };

/** What signs in on Orkes, as the variable in which its command line looks for a token. */
export const signInPlaceholder = { 'x-authorization': '$CONDUCTOR_AUTH_TOKEN' };

/** The way to a server: as it is for open source, with a token where the connection has a key. */
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
