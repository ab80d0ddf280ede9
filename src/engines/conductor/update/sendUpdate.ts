import type { Answer } from '../../../domain/engine.ts';
import { isEngineError } from '../../../domain/engineError.ts';
import type { HttpRequest, Send } from '../../../http/httpRequest.ts';

/** Sends an update once and reports the server's answer. */
export async function sendUpdate(
  send: Send,
  request: HttpRequest<string>,
  signal: AbortSignal,
): Promise<Answer> {
  try {
    const said = await send(request, signal);
    // By name, an empty 200 is the only sign that nothing was updated.
    return said === ''
      ? { accepted: false, said: '200 with an empty answer, which means that nothing was updated' }
      : { accepted: true, said: `200 ${said}` };
  } catch (error) {
    // The workflow or the task does not exist, or no such task is pending.
    if (isEngineError(error, 'notFound') && error.nothingApplied) {
      return { accepted: false, said: error.message };
    }
    throw error;
  }
}
