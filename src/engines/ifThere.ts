import { isEngineError } from '../domain/engineError.ts';

/**
 * What a request brings that only adds to something: undefined where the server does not have it,
 * does not let it be read, or fails over it. An abort passes through.
 */
export async function ifThere<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (isEngineError(error)) return undefined;
    throw error;
  }
}
