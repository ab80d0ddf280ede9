import type { Connection } from '../../../domain/connection.ts';
import { EngineError } from '../../../domain/engineError.ts';

/** The header that signs in, with the variable that the vendor's SDK reads. */
export const signInPlaceholder = { 'x-api-key': '$XPANDER_API_KEY' };

/**
 * The header that signs in. Throws EngineError without a key: nothing is sent then, as in the
 * vendor's SDK.
 */
export async function signIn(
  connection: Connection,
  secret: () => Promise<string | undefined>,
): Promise<Readonly<Record<string, string>>> {
  const key = (await secret())?.trim() ?? '';
  if (key !== '') return { 'x-api-key': key };
  const message = `No API key was entered for ${connection.name} at its present address.`;
  throw new EngineError('auth', message, { nothingApplied: true });
}
