import type { Engine, RequestPreview } from '../../domain/engine.ts';
import type { Task } from '../../domain/task.ts';
import type { TaskUpdate } from '../../domain/taskUpdate.ts';
import type { Log } from '../ports.ts';
import { sentence } from '../sentence.ts';

// The entry holds the output already: a second copy of a large one wastes space.
const mostCharacters = 1024 * 1024;

export interface PreviewedRequest {
  readonly engine: Engine;
  readonly task: Task;
  readonly update: TaskUpdate;
  readonly signal: AbortSignal;
}

/**
 * The request that is about to be sent, for the journal. Undefined when the engine cannot tell it:
 * the update is sent all the same, so nothing is thrown.
 */
export async function previewRequest(
  { engine, task, update, signal }: PreviewedRequest,
  log: Log,
): Promise<RequestPreview | undefined> {
  try {
    const request = await engine.preview?.(task, update, signal);
    return (request?.body?.length ?? 0) > mostCharacters ? undefined : request;
  } catch (error) {
    log.debug(`The request of the update could not be noted: ${sentence(error)}`);
    return undefined;
  }
}
