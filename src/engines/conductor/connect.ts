import type { Connection } from '../../domain/connection.ts';
import type { Explain } from '../../http/answerError.ts';
import { createSend } from '../../http/createSend.ts';
import type { SendOptions } from '../../http/createSend.ts';
import { redact } from '../../http/redact.ts';
import type { Send } from '../../http/request.ts';
import { signedSend } from '../../http/signedSend.ts';
import { conductorBaseUrl } from './baseUrl.ts';
import { explainConductor } from './explain.ts';
import { createOrkesSignIn, noToken } from './orkesSignIn.ts';

/** What an engine is given from outside: the way out, the time, the log and its secret. */
export type EngineServices = Pick<
  SendOptions,
  'transport' | 'clock' | 'log' | 'timeoutMs' | 'retry'
> & { readonly secret?: () => Promise<string | undefined> };

/** The key that a connection signs in with on Orkes; undefined where it does not sign in. */
export function keyIdOf(connection: Connection): string | undefined {
  const keyId = connection.details['keyId']?.trim() ?? '';
  return keyId === '' ? undefined : keyId;
}

/** The way to a server: as it is for open source, with a token where the connection has a key. */
export function connectConductor(connection: Connection, services: EngineServices): Send {
  const { secret = async () => undefined, ...rest } = services;
  const baseUrl = conductorBaseUrl(connection.url);
  let typed: string | undefined;
  const keySecret = async () => (typed = await secret());
  // The secret goes in a body, where the sender does not know it from other text; a server may
  // say it back then, and with any later answer.
  const explain: Explain = (body, status) => {
    const said = explainConductor(body, status);
    if (said.reason === undefined || typed === undefined) return said;
    return { ...said, reason: redact(said.reason, [typed]) };
  };
  const plain = createSend({ ...rest, baseUrl, explain });
  const keyId = keyIdOf(connection);
  if (keyId === undefined) return plain;

  const now = () => services.clock.now();
  const signIn = createOrkesSignIn({ keyId, keySecret, send: plain, now });
  return signedSend(plain, signIn, (token) =>
    token === noToken ? {} : { 'x-authorization': token },
  );
}
