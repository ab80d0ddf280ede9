import { EngineError } from '../../domain/engineError.ts';
import { createSend } from '../../http/createSend.ts';
import { createNodeTransport } from '../../http/nodeTransport.ts';
import type { EngineRow } from '../engineRow.ts';
import { cogniteAddress } from './baseUrl.ts';
import { createSignIn } from './createSignIn.ts';
import { cogniteDetails, cogniteSecret } from './details.ts';
import { createCogniteEngine } from './engine.ts';
import { explainCognite } from './explain.ts';
import { signedSend } from './signedSend.ts';

/** Cognite Data Fusion: data workflows of one project. */
export const cognite: EngineRow = {
  kind: 'cognite',
  label: 'Cognite Data Fusion',
  exampleUrl: 'https://CLUSTER.cognitedata.com',
  details: cogniteDetails,
  secret: cogniteSecret,
  create(deps) {
    const address = cogniteAddress(deps.connection.url);
    const given = deps.connection.details['project']?.trim() ?? '';
    const name = given === '' ? address.project : given;
    if (name === undefined) {
      throw new EngineError('invalid', 'The connection lacks the name of the CDF project.', {
        nothingApplied: true,
      });
    }
    const transport = createNodeTransport();
    const signIn = createSignIn(deps, address.baseUrl, transport);
    const send = createSend({
      baseUrl: address.baseUrl,
      transport,
      clock: deps,
      log: deps,
      explain: explainCognite,
    });
    return createCogniteEngine({
      connection: deps.connection.id,
      name,
      send: signedSend(send, signIn),
      now: deps.now,
    });
  },
};
