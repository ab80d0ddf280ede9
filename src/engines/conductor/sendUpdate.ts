import type { Answer } from '../../domain/engine.ts';
import { isEngineError } from '../../domain/engineError.ts';
import type { HttpRequest, Send } from '../../http/request.ts';

/** Sends an update once and says what the server made of it, as far as it tells. */
export async function sendUpdate(
  send: Send,
  request: HttpRequest<string>,
  signal: AbortSignal,
): Promise<Answer> {
  try {
    const said = await send(request, signal);
    // By name, an empty answer is the only sign that nothing was updated; it comes with 200.
    return said === ''
      ? { accepted: false, said: '200 with an empty answer, which means that nothing was updated' }
      : { accepted: true, said: `200 ${said}` };
  } catch (error) {
    // No such workflow or task, or none that is pending.
    if (isEngineError(error, 'notFound') && error.nothingApplied) {
      return { accepted: false, said: error.message };
    }
    throw error;
  }
}
