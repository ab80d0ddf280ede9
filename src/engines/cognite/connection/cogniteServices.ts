import type { SendOptions } from '../../../http/createSend.ts';
import type { EngineDeps } from '../../engineDefinition.ts';

/** What the engine needs from outside; timeouts and retries may differ from the defaults. */
export type CogniteServices = EngineDeps & Pick<SendOptions, 'timeoutMs' | 'retry'>;

/** The options for requests, to the cluster and to the token endpoint. */
export function sendOptions(
  services: CogniteServices,
): Pick<SendOptions, 'transport' | 'clock' | 'log' | 'timeoutMs' | 'retry'> {
  const { transport, clock, log, timeoutMs, retry } = services;
  return {
    transport,
    clock,
    log,
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
    ...(retry === undefined ? {} : { retry }),
  };
}
