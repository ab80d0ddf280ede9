import type { Engine } from '../../domain/engine.ts';
import { EngineError } from '../../domain/engineError.ts';
import { createSend } from '../../http/createSend.ts';
import { cogniteAddress } from './connection/cogniteAddress.ts';
import { createSignIn } from './connection/createSignIn.ts';
import { createCogniteEngine } from './cogniteEngine.ts';
import { explainCognite } from './connection/explainCognite.ts';
import { type CogniteServices, sendOptions } from './connection/cogniteServices.ts';
import { noteSecret, noteTokens } from '../../http/noteSecret.ts';
import { signedSend } from '../../http/signedSend.ts';

/** Connects to one project. Throws EngineError('invalid') where the connection lacks a setting. */
export function connectCognite(services: CogniteServices): Engine {
  const { connection, clock } = services;
  const address = cogniteAddress(connection.url);
  const given = connection.details['project']?.trim() ?? '';
  const name = given === '' ? address.project : given;
  if (name === undefined) {
    throw new EngineError('invalid', 'The connection lacks the name of the CDF project.', {
      nothingApplied: true,
    });
  }
  const { baseUrl } = address;
  const secrets = new Set<string>();
  const send = createSend({ ...sendOptions(services), baseUrl, explain: explainCognite, secrets });
  const deps = { ...services, secret: noteSecret(services.secret, secrets) };
  const signIn = noteTokens(createSignIn(deps, baseUrl, secrets), secrets);
  return createCogniteEngine({
    connection: connection.id,
    name,
    baseUrl,
    send: signedSend(send, signIn),
    now: () => clock.now(),
  });
}
