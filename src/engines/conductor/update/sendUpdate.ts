import type { Answer } from '../../../domain/engine.ts';
import { isEngineError } from '../../../domain/engineError.ts';
import type { HttpRequest, Send } from '../../../http/httpRequest.ts';
import type { Updated } from '../wire/endpoints.ts';

/** The server's answer to an update, and the status of the execution where it tells it. */
export type ConductorAnswer = Answer & Pick<Updated, 'execution'>;

/** Sends an update once and reports the server's answer. */
export async function sendUpdate(
  send: Send,
  request: HttpRequest<Updated>,
  signal: AbortSignal,
): Promise<ConductorAnswer> {
  try {
    const { word, ...told } = await send(request, signal);
    // By name, an empty 200 is the only sign that nothing was updated.
    return word === ''
      ? { accepted: false, said: '200 with an empty answer, which means that nothing was updated' }
      : { accepted: true, said: `200 ${word}`, ...told };
  } catch (error) {
    // The workflow or the task does not exist, or no such task is pending.
    if (isEngineError(error, 'notFound') && error.nothingApplied) {
      return { accepted: false, said: error.message };
    }
    throw error;
  }
}
