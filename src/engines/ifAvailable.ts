import { isEngineError } from '../domain/engineError.ts';

/**
 * For requests whose result is optional: undefined where the server lacks the resource, forbids
 * reading it, or fails. An abort is passed on.
 */
export async function ifAvailable<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (isEngineError(error)) return undefined;
    throw error;
  }
}
