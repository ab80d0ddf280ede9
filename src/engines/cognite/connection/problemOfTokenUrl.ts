import { isUnencrypted, problemOfAddress } from '../../../domain/address.ts';

/**
 * Why no client secret may be posted to this address, in one sentence; undefined when it may. It
 * must travel encrypted, except on this machine.
 */
export function problemOfTokenUrl(text: string): string | undefined {
  const problem = problemOfAddress(text);
  if (problem === undefined && !isUnencrypted(text)) return undefined;
  return `The token URL must be an https address. ${problem ?? 'With http the secret travels unencrypted.'}`;
}
