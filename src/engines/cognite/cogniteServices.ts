import type { SendOptions } from '../../http/createSend.ts';
import type { EngineDeps } from '../engineDefinition.ts';

/** What a connection needs from outside; deadlines and retries may differ from the usual ones. */
export type CogniteServices = EngineDeps & Pick<SendOptions, 'timeoutMs' | 'retry'>;

/** The part of it that carries requests, to the cluster and to the token endpoint alike. */
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
